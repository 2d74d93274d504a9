package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// crash ends a case as the end of its process would.
func crash(t *testing.T, c *Case) {
	t.Helper()
	if err := errors.Join(c.db.Close(), c.lock.Close(), c.closeFlights()); err != nil {
		t.Fatal(err)
	}
}

func openAgain(t *testing.T, c *Case) *Case {
	t.Helper()
	again, err := Open(c.dir, c.options)
	if err != nil {
		t.Fatal(err)
	}
	return again
}

// TestWhatWasBeingRead counts the files that were being read when the program ended.
func TestWhatWasBeingRead(t *testing.T) {
	guilty, done := sample("guilty").ID, sample("done").ID
	tests := []struct {
		name    string
		words   string // of the program as it ended
		ends    int    // of the program
		want    int    // attempts
		orderly bool   // the case was closed each time
	}{
		{"never", "", 0, 0, false},
		{"closed each time", "", 3, 0, true},
		{"killed once", "", 1, 0, false},
		{"killed five times", "", 5, 1, false},
		{"killed ten times", "", 10, 2, false},
		{"ended by itself", "panic: no", 1, 1, false},
		{"ended by itself twice", "panic: no", 2, 2, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := newCase(t)
			for range tt.ends {
				c = endWhileReading(t, c, guilty, done, tt.words, tt.orderly)
			}
			if n, err := c.Attempts(guilty); err != nil || n != tt.want {
				t.Errorf("%d attempts, want %d, %v", n, tt.want, err)
			}
			if is, err := c.Suspect(guilty); err != nil || is != (tt.ends > 0 && !tt.orderly) {
				t.Errorf("suspect %v, %v", is, err)
			}
			if is, _ := c.Suspect(done); is {
				t.Error("a file that was read well is suspect")
			}
			noted := 0
			c.Audit(AuditFilter{Action: "interrupted"}, func(Event) error { noted++; return nil })
			if want := tt.ends; !tt.orderly && noted != want || tt.orderly && noted != 0 {
				t.Errorf("%d entries of the log", noted)
			}
			if n, err := c.BeginAttempt(guilty); err != nil || n != tt.want+1 {
				t.Errorf("a dead worker makes it %d, %v", n, err)
			}
			if r, err := c.Verify(VerifyOptions{}); err != nil || r.Code != 0 {
				t.Errorf("%+v %v", r, err)
			}
			c.Close()
		})
	}
}

// endWhileReading ends the program while guilty is being read and after done was, and
// gives the case as it is opened next.
func endWhileReading(t *testing.T, c *Case, guilty, done, words string, orderly bool) *Case {
	t.Helper()
	end, err := c.Reading(done)
	if err != nil {
		t.Fatal(err)
	}
	endGuilty, err := c.Reading(guilty)
	if err != nil {
		t.Fatal(err)
	}
	end()
	if _, err := c.CrashReport().WriteString(words); err != nil {
		t.Fatal(err)
	}
	if orderly {
		endGuilty()
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	} else {
		crash(t, c)
	}
	again := openAgain(t, c)
	if kept, _ := os.ReadFile(filepath.Join(c.dir, lastCrash)); string(kept) != words {
		t.Errorf("the last words are %q, want %q", kept, words)
	}
	return again
}

func BenchmarkReading(b *testing.B) {
	c := newCase(b)
	sha := sample("x").ID
	for b.Loop() {
		end, err := c.Reading(sha)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := c.Suspect(sha); err != nil {
			b.Fatal(err)
		}
		end()
	}
}
