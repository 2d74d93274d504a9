//go:build race

package worker

// raced: the race detector keeps many times the memory, so bounds of memory mean nothing.
const raced = true
