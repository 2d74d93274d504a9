package worker

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
)

// mustLimit says whether a child without limits is refused.
const mustLimit = true

// executable is the program itself, also when its file was replaced by a newer one.
func executable() (string, error) { return "/proc/self/exe", nil }

// isolate has the child die with its parent, and gives it a process group and, when
// asked, user, network and IPC namespaces of its own.
func isolate(cmd *exec.Cmd, namespaces bool) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if namespaces {
		cmd.SysProcAttr.Cloneflags = syscall.CLONE_NEWUSER | syscall.CLONE_NEWNET | syscall.CLONE_NEWIPC
	}
}

// killGroup ends the child and whatever it started.
func killGroup(p *os.Process) { _ = syscall.Kill(-p.Pid, syscall.SIGKILL) }

// ownNetwork says whether the process is in another network namespace than we are.
func ownNetwork(pid int) bool {
	theirs, err1 := os.Readlink(fmt.Sprintf("/proc/%d/ns/net", pid))
	ours, err2 := os.Readlink("/proc/self/ns/net")
	return err1 == nil && err2 == nil && theirs != ours
}
