package main

import (
	"context"
	"math"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// leastMemory is the memory, in bytes, that a server may always take before it is made to
// collect its garbage more often.
const leastMemory = 160 << 20

// importMemory is the same for an import, which is quicker with more of it.
const importMemory = 760 << 20

// boundMemory keeps the garbage of a server or an import small until ctx ends: the memory
// that the collector aims at is least bytes, or follows what is really in use, so that one
// document made to be costly does not leave its mark. Beyond the least, garbage may be
// half as much as what is in use. A limit that the person who runs the program sets,
// GOMEMLIMIT, stays as it is.
func boundMemory(ctx context.Context, least int64) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	defer debug.SetMemoryLimit(math.MaxInt64)
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		debug.SetMemoryLimit(memoryBound(least, liveHeap()))
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

func memoryBound(least, live int64) int64 { return max(least, live+live/2) }

// liveHeap is what the last collection found in use, in bytes.
func liveHeap() int64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return int64(sample[0].Value.Uint64())
}
