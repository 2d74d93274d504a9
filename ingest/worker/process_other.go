//go:build !linux

package worker

import (
	"os"
	"os/exec"
)

func executable() (string, error) { return os.Executable() }

func isolate(*exec.Cmd, bool) {}

func killGroup(p *os.Process) { _ = p.Kill() }

func ownNetwork(int) bool { return false }
