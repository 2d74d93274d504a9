//go:build linux && race

package worker

// limitSpace is out of reach: the race detector reserves terabytes.
const limitSpace = 1 << 62
