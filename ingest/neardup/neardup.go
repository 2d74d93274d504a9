// Package neardup finds texts that are nearly the same: a wire report reprinted by many
// papers, the versions of a policy.
//
// A text becomes a signature of 128 numbers, the MinHash of its shingles: for each of 128
// hash functions the smallest hash of any five words running. Two texts agree in each place
// of the signature with a probability that is the share of shingles that they have in
// common (Broder 1997), so the share of equal places estimates their likeness to within
// about 0.04. Case, punctuation and spacing do not count.
package neardup

import (
	"math"
	"unicode"
	"unicode/utf8"
)

const (
	// Places is the number of hashes in a signature.
	Places = 128
	// shingle is the number of words that are hashed together.
	shingle = 5
)

// Version changes when signatures of the same text change.
const Version = 1

// Signature gives the MinHash signature of a text, nil when it has no words. A text of
// fewer than five words is one shingle.
func Signature(text string) []uint64 {
	sig := make([]uint64, Places)
	for i := range sig {
		sig[i] = math.MaxUint64
	}
	var window [shingle]uint64
	words := 0
	eachWord(text, func(hash uint64) {
		window[words%shingle] = hash
		words++
		if words >= shingle {
			fold(sig, windowHash(&window, words))
		}
	})
	switch {
	case words == 0:
		return nil
	case words < shingle:
		fold(sig, windowHash(&window, words))
	}
	return sig
}

// eachWord gives a hash (FNV-1a) of each run of letters and digits, in lower case.
func eachWord(text string, yield func(uint64)) {
	const offset, prime = 14695981039346656037, 1099511628211
	hash, in := uint64(offset), false
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			if in {
				yield(hash)
				hash, in = offset, false
			}
			continue
		}
		in = true
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
		} else {
			r = unicode.ToLower(r)
		}
		hash = (hash ^ uint64(r)) * prime
	}
	if in {
		yield(hash)
	}
}

// windowHash joins the hashes of the last words, the oldest first.
func windowHash(window *[shingle]uint64, words int) uint64 {
	var h uint64
	for i := range min(words, shingle) {
		at := i
		if words >= shingle {
			at = (words + i) % shingle
		}
		h = mix(h*31 + window[at])
	}
	return h
}

// fold lowers each place of the signature to the hash under its own function, if that is
// smaller. The functions are one mixer over different seeds.
func fold(sig []uint64, h uint64) {
	seed := h
	for i := range sig {
		seed += 0x9E3779B97F4A7C15
		if v := mix(seed ^ h); v < sig[i] {
			sig[i] = v
		}
	}
}

// mix is the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// Similarity estimates the share of shingles that two texts have in common, from 0 to 1.
// Signatures of different length, and empty ones, have nothing in common.
func Similarity(a, b []uint64) float64 {
	if len(a) == 0 || len(a) != len(b) {
		return 0
	}
	same := 0
	for i := range a {
		if a[i] == b[i] {
			same++
		}
	}
	return float64(same) / float64(len(a))
}
