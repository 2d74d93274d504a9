package bench

import (
	"context"
	"testing"

	"averment/index"
)

func BenchmarkSearch(b *testing.B) {
	c := &Corpus{Size: size(b, 2000), Seed: 1}
	x, err := index.Open(b.TempDir(), c, index.Options{Manual: true})
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	if err := x.Sync(context.Background()); err != nil {
		b.Fatal(err)
	}
	for _, q := range queries() {
		b.Run(q.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := x.Search(context.Background(), q.request); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	claim := index.StatementRequest{Text: "the company denies that the policy on data of the public was a breach of contract"}
	b.Run("statements near a claim", func(b *testing.B) {
		for b.Loop() {
			if _, err := x.Statements(context.Background(), claim); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkBuild(b *testing.B) {
	c := &Corpus{Size: 200, Seed: 1}
	raw, err := rawBytes(c)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(raw)
	for b.Loop() {
		x, err := index.Open(b.TempDir(), c, index.Options{Manual: true})
		if err != nil {
			b.Fatal(err)
		}
		if err := x.Sync(context.Background()); err != nil {
			b.Fatal(err)
		}
		x.Close()
	}
}
