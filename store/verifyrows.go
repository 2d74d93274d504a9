package store

import (
	"crypto/sha256"
	"fmt"
	"maps"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

const adviceRow = "the log still says what became of the file: look there; go back to a backup from before the change"

// checkRows compares each row of the ledger with what the log says of it, and the live
// sums with the rows.
func (v *verifier) checkRows() error {
	var kept counts
	counted := map[evidence.State]int{}
	seen := make([]bool, len(v.log.rows))
	err := v.c.view(func(tx *bolt.Tx) error {
		kept = readCounts(tx)
		fresh := tx.Bucket(bucketCustody).Sequence() != v.log.size
		return tx.Bucket(bucketLedger).ForEach(func(k, value []byte) error {
			v.report.Rows++
			v.checkRow(num64(k), value, seen, counted, fresh)
			return nil
		})
	})
	if err != nil {
		return fmt.Errorf("verify the ledger: %w", err)
	}
	for n := 1; n < len(seen); n++ {
		if !seen[n] && v.log.rows[n] != [16]byte{} {
			v.find(Tampering, fmt.Sprintf("ledger row %d", n), adviceRow, "the log speaks of it, and it is missing")
		}
	}
	maps.DeleteFunc(kept.States, func(_ evidence.State, n int) bool { return n == 0 })
	if !maps.Equal(kept.States, counted) {
		v.find(Damage, "counters of the ledger", "run reindex; the rows themselves are well", "they say %v, the rows are %v", kept.States, counted)
	}
	return nil
}

// checkRow compares one row; fresh says that the log has grown since it was read.
func (v *verifier) checkRow(n uint64, value []byte, seen []bool, counted map[evidence.State]int, fresh bool) {
	object := fmt.Sprintf("ledger row %d", n)
	row, err := v.c.codec.decodeRow(value)
	if err != nil {
		v.find(Damage, object, adviceRow, "%v", err)
		return
	}
	counted[row.State]++
	if n < uint64(len(seen)) {
		seen[n] = true
		sum := sha256.Sum256(value)
		if [16]byte(sum[:16]) == v.log.rows[n] {
			return
		}
	}
	if !fresh {
		v.find(Tampering, object, adviceRow, "it is not as the log says")
	}
}
