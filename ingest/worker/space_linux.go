//go:build linux && !race

package worker

// limitSpace leaves room for the reservations of the Go runtime and for a WebAssembly
// memory that is copied as it grows.
const limitSpace = 5 << 30
