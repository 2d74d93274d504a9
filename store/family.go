package store

import (
	"cmp"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// Family is a document with what it came in and what came in it.
type Family struct {
	Parents  []string // documents that hold it directly
	Children []string // documents that it holds directly
	Members  []string // the whole family with the document itself, in the order of import
}

// Family gives the family of a document: mail with attachments, archives with members.
func (c *Case) Family(sha string) (Family, error) {
	var f Family
	err := c.view(func(tx *bolt.Tx) error {
		if numberOf(tx, sha) == 0 {
			return notFound("document " + sha)
		}
		f.Parents = related(tx.Bucket(bucketParent), sha)
		f.Children = related(tx.Bucket(bucketFamily), sha)
		f.Members = members(tx, sha)
		return nil
	})
	return f, err
}

// members goes up to the outermost documents and down again to all that they hold.
func members(tx *bolt.Tx, sha string) []string {
	up := reach(tx.Bucket(bucketParent), []string{sha})
	all := reach(tx.Bucket(bucketFamily), up)
	slices.SortFunc(all, func(a, b string) int { return cmp.Compare(numberOf(tx, a), numberOf(tx, b)) })
	return all
}

// reach follows the pairs of a bucket from the given documents on.
func reach(b *bolt.Bucket, start []string) []string {
	seen := map[string]bool{}
	var out []string
	for todo := slices.Clone(start); len(todo) > 0; {
		sha := todo[0]
		todo = todo[1:]
		if !seen[sha] {
			seen[sha] = true
			out = append(out, sha)
			todo = append(todo, related(b, sha)...)
		}
	}
	return out
}
