//go:build !linux

package worker

// run has nothing to prove where there is no sandbox.
func (p probe) run() map[string]string { return map[string]string{} }
