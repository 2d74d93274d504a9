//go:build race

package main

// raced: the race detector keeps many times the memory, so bounds of memory mean nothing.
const raced = true
