package worker

import (
	"errors"
	"fmt"

	seccomp "github.com/elastic/go-seccomp-bpf"
	"github.com/elastic/go-seccomp-bpf/arch"
	"github.com/landlock-lsm/go-landlock/landlock"
	landlocksys "github.com/landlock-lsm/go-landlock/landlock/syscall"
	"golang.org/x/sys/unix"
)

// The limits of a child, with limitSpace for the address space.
const (
	limitCPU   = 1800 // seconds over its whole life; the parent's clock is stricter
	limitFiles = 32
)

// lock gives up, for good and for all threads, what a child does not need. It says what
// was reached; the error is a limit that could not be set.
func lock(s setup) (Level, error) {
	l := Level{Process: true}
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		l.Missing = append(l.Missing, "no_new_privs: "+err.Error())
	}
	if err := setLimits(); err != nil {
		l.Missing = append(l.Missing, err.Error())
	} else {
		l.Rlimits = true
	}
	if err := s.landlock(); err != nil {
		l.Missing = append(l.Missing, "landlock: "+err.Error())
	} else if l.Landlock = landlockVersion(); l.Landlock == 0 {
		l.Missing = append(l.Missing, "landlock: not in this kernel")
	}
	if err := seccomp.LoadFilter(s.filter()); err != nil {
		l.Missing = append(l.Missing, "seccomp: "+err.Error())
	} else {
		l.Seccomp = true
	}
	if !l.Enough() && !s.Open {
		return l, fmt.Errorf("sandbox not reached: %v", l.Missing)
	}
	return l, nil
}

func setLimits() error {
	var errs []error
	for _, r := range []struct {
		what  int
		name  string
		value uint64
	}{
		{unix.RLIMIT_AS, "address space", limitSpace},
		{unix.RLIMIT_CPU, "CPU time", limitCPU},
		{unix.RLIMIT_FSIZE, "file size", 0},
		{unix.RLIMIT_NOFILE, "descriptors", limitFiles},
		{unix.RLIMIT_CORE, "core dumps", 0},
	} {
		if err := unix.Setrlimit(r.what, &unix.Rlimit{Cur: r.value, Max: r.value}); err != nil {
			errs = append(errs, fmt.Errorf("limit of %s: %w", r.name, err))
		}
	}
	return errors.Join(errs...)
}

// landlock closes the file system and TCP. An OCR child may still read and execute the
// program, its libraries and its data.
func (s setup) landlock() error {
	var rules []landlock.Rule
	if s.Role == roleOCR {
		rules = append(rules, landlock.RODirs("/usr", "/lib", "/lib64", "/opt").IgnoreIfMissing(),
			landlock.ROFiles(s.Tesseract, "/etc/ld.so.cache", "/dev/null", "/dev/urandom").IgnoreIfMissing(),
			landlock.RWFiles("/dev/null").IgnoreIfMissing())
		if s.Tessdata != "" {
			rules = append(rules, landlock.RODirs(s.Tessdata).IgnoreIfMissing())
		}
	}
	return landlock.V6.BestEffort().Restrict(rules...)
}

func landlockVersion() int {
	v, err := landlocksys.LandlockGetABIVersion()
	if err != nil {
		return 0
	}
	return v
}

// knownCalls leaves out the calls that this architecture does not have.
func knownCalls(names []string) []string {
	info, err := arch.GetInfo("")
	if err != nil {
		return names
	}
	var out []string
	for _, n := range names {
		if _, ok := info.SyscallNames[n]; ok {
			out = append(out, n)
		}
	}
	return out
}

// Calls that no child needs. openat and its like are refused though Landlock closes all
// paths: where the kernel has no Landlock this filter stands alone.
var (
	neverCalls = []string{
		"socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg", "recvmsg",
		"ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "kcmp",
		"unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "mkdir", "mkdirat",
		"rmdir", "mknod", "mknodat", "chmod", "fchmod", "fchmodat", "chown", "fchown", "lchown", "fchownat", "truncate", "utimensat",
		"setxattr", "lsetxattr", "fsetxattr", "removexattr",
		"mount", "umount2", "move_mount", "open_tree", "fsopen", "fsmount", "fsconfig", "fspick", "mount_setattr", "chroot", "pivot_root",
		"bpf", "userfaultfd", "perf_event_open", "io_uring_setup", "io_uring_enter", "io_uring_register",
		"keyctl", "add_key", "request_key", "setns", "unshare", "kexec_load", "kexec_file_load", "init_module", "finit_module",
		"delete_module", "memfd_create", "memfd_secret", "pidfd_open", "pidfd_getfd", "pidfd_send_signal", "name_to_handle_at",
		"open_by_handle_at", "swapon", "swapoff", "reboot", "settimeofday", "clock_settime", "adjtimex", "clock_adjtime", "acct",
		"quotactl", "syslog", "personality", "shmget", "shmat", "msgget", "semget", "mq_open", "fanotify_init", "inotify_init1",
		"inotify_init", "sethostname", "setdomainname", "vhangup", "iopl", "ioperm", "uselib",
	}
	readerCalls = []string{"open", "openat", "openat2", "creat", "execve", "execveat", "fork", "vfork", "kill", "tkill",
		"rt_sigqueueinfo", "rt_tgsigqueueinfo"}
)

// filter refuses calls with "operation not permitted".
func (s setup) filter() seccomp.Filter {
	names := knownCalls(neverCalls)
	policy := seccomp.Policy{DefaultAction: seccomp.ActionAllow}
	if s.Role == roleReader {
		names = append(names, knownCalls(readerCalls)...)
		policy.Syscalls = append(policy.Syscalls, newProcesses()...)
	}
	policy.Syscalls = append(policy.Syscalls, seccomp.SyscallGroup{Action: seccomp.ActionErrno, Names: names})
	return seccomp.Filter{NoNewPrivs: true, Flag: seccomp.FilterFlagTSync, Policy: policy}
}

// newProcesses refuses clone without CLONE_THREAD: threads may be made, processes not.
// clone3 hides its flags from a filter; "no such call" sends callers back to clone.
func newProcesses() []seccomp.SyscallGroup {
	return []seccomp.SyscallGroup{
		{Action: seccomp.ActionErrno | seccomp.Action(unix.ENOSYS), Names: knownCalls([]string{"clone3"})},
		{Action: seccomp.ActionErrno, NamesWithCondtions: []seccomp.NameWithConditions{{Name: "clone",
			Conditions: seccomp.ArgumentConditions{{Argument: 0, Operation: seccomp.BitsNotSet, Value: unix.CLONE_THREAD}}}}},
	}
}
