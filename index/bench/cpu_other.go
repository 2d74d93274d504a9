//go:build !unix

package bench

import "time"

// cpu is 0 where the machine does not tell how long it has worked for this process.
func cpu() time.Duration { return 0 }
