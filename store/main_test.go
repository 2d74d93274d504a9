package store

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"averment/evidence"
)

// childEnv makes the test binary act as another process: "hold DIR KEYS" keeps a case
// open until its standard input ends, "import DIR KEYS SEED" takes documents in for
// ever, "script DIR KEYS" takes a few in and ends.
const childEnv = "AVERMENT_STORE_CHILD"

func TestMain(m *testing.M) {
	if job := os.Getenv(childEnv); job != "" {
		if err := child(strings.Split(job, "\n")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// childCommand prepares another process of ourselves.
func childCommand(t testing.TB, job ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), childEnv+"="+strings.Join(job, "\n"))
	return cmd
}

// openOrCreate opens the case in dir as the program does for an import: it makes one
// only where there is none.
func openOrCreate(dir string, o Options) (*Case, error) {
	c, err := Open(dir, o)
	if errors.Is(err, ErrNoCase) {
		return Create(dir, o)
	}
	return c, err
}

func child(job []string) error {
	c, err := openOrCreate(job[1], Options{KeyDir: job[2], Actor: "child", CheckpointEvery: 20 * time.Millisecond})
	if err != nil {
		return err
	}
	switch job[0] {
	case "hold":
		fmt.Println("open")
		bufio.NewReader(os.Stdin).ReadString('\n')
		return c.Close()
	case "import":
		seed, _ := strconv.ParseUint(job[3], 10, 64)
		for i := 0; ; i++ {
			if err := importBatch(c, seed, i, os.Stdout); err != nil {
				return err
			}
		}
	case "script":
		for i := range 3 {
			if err := importBatch(c, 1, i, os.Stdout); err != nil {
				return err
			}
		}
		if _, err := c.Checkpoint(); err != nil {
			return err
		}
		return c.Close()
	}
	return fmt.Errorf("no job %q", job)
}

// importBatch takes a few documents in and says which were
// acknowledged, and then does what else a case sees.
func importBatch(c *Case, seed uint64, i int, said io.Writer) error {
	rng := rand.New(rand.NewPCG(seed, uint64(i)))
	var batch []evidence.Intake
	for n := range 1 + rng.IntN(6) {
		original := fmt.Sprintf("original %d %d %d", seed, i, n)
		d := sample(original, strings.Repeat("Some words of the text. ", 1+rng.IntN(3000)))
		if _, _, err := c.Keep(strings.NewReader(original)); err != nil {
			return err
		}
		if rng.IntN(8) == 0 {
			d.Pages, d.Error = nil, &evidence.Failure{Code: evidence.Damaged, Message: "cut short"}
		}
		batch = append(batch, evidence.Intake{Row: evidence.LedgerRow{Path: original + ".txt"}, Document: d})
	}
	rows, err := c.Commit(batch)
	if err != nil {
		return err
	}
	for _, row := range rows {
		fmt.Fprintln(said, "ack", row.ID, row.Number)
	}
	switch rng.IntN(5) {
	case 0:
		err = c.Tag(rows[0].ID, "hot", "child")
	case 1:
		err = c.TrimQueue(c.LastQueue() / 2)
	case 2:
		err = c.Replace(sample(fmt.Sprintf("original %d %d 0", seed, i), "Read again, and better."))
	}
	return err
}
