package worker

import (
	"os"
	"os/exec"

	"golang.org/x/sys/unix"
)

// protocolMPTCP is a second way to TCP, which Landlock does not know.
const protocolMPTCP = 262

// run tries to get out, and says of each way how it failed; "" is a way that is open.
func (p probe) run() map[string]string {
	loopback := [4]byte{127, 0, 0, 1}
	tries := map[string]func() error{
		"open": func() error { return closeAfter(os.Open(p.Read)) },
		"write": func() error {
			return closeAfter(os.OpenFile(p.Write, os.O_CREATE|os.O_WRONLY, 0o600))
		},
		"tcp": func() error { return connect(unix.SOCK_STREAM, 0, &unix.SockaddrInet4{Port: p.TCP, Addr: loopback}) },
		"udp": func() error { return connect(unix.SOCK_DGRAM, 0, &unix.SockaddrInet4{Port: p.UDP, Addr: loopback}) },
		"mptcp": func() error {
			return connect(unix.SOCK_STREAM, protocolMPTCP, &unix.SockaddrInet4{Port: p.TCP, Addr: loopback})
		},
		"unix":   func() error { return connectUnix() },
		"exec":   func() error { return exec.Command("/bin/true").Run() },
		"ptrace": func() error { return unix.PtraceAttach(p.PID) },
		"kill":   func() error { return unix.Kill(p.PID, unix.SIGCONT) },
		"fork":   fork,
		"memfd":  func() error { _, err := unix.MemfdCreate("x", 0); return err },
		"mount":  func() error { return unix.Mount("none", p.Write, "tmpfs", 0, "") },
	}
	out := map[string]string{}
	for name, try := range tries {
		out[name] = ""
		if err := try(); err != nil {
			out[name] = err.Error()
		}
	}
	return out
}

func closeAfter(f *os.File, err error) error {
	if err != nil {
		return err
	}
	return f.Close()
}

func connect(kind, protocol int, to unix.Sockaddr) error {
	fd, err := unix.Socket(unix.AF_INET, kind, protocol)
	if err != nil {
		return err
	}
	defer unix.Close(fd)
	return unix.Connect(fd, to)
}

func connectUnix() error {
	fds, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM, 0)
	if err != nil {
		return err
	}
	return unix.Close(fds[0])
}

// fork makes a process without executing anything; the new one ends at once.
func fork() error {
	pid, _, errno := unix.RawSyscall(unix.SYS_CLONE, uintptr(unix.SIGCHLD), 0, 0)
	if errno != 0 {
		return errno
	}
	if pid == 0 {
		_, _, _ = unix.RawSyscall(unix.SYS_EXIT_GROUP, 0, 0, 0)
	}
	return nil
}
