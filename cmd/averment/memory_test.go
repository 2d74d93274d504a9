package main

import "testing"

// TestMemoryBound leaves garbage room that grows with what is in use.
func TestMemoryBound(t *testing.T) {
	for _, c := range []struct{ live, want int64 }{
		{0, leastMemory}, {60 << 20, leastMemory}, {100 << 20, leastMemory}, {120 << 20, 180 << 20}, {1 << 30, 1<<30 + 512<<20},
	} {
		if got := memoryBound(leastMemory, c.live); got != c.want {
			t.Errorf("%d MiB in use: %d MiB, want %d", c.live>>20, got>>20, c.want>>20)
		}
	}
}
