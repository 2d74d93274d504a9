package worker

// probe names things for a child to try after it was locked in; all must fail. It is
// how the sandbox is tested from outside.
type probe struct {
	Read  string // a file that exists
	Write string // a file that may be made
	TCP   int    // a port of the loopback interface that accepts
	UDP   int    // a port of the loopback interface
	PID   int    // a process that must not be signalled or traced
}
