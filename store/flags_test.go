package store

import "flag"

// long makes the tests that take rounds take as many as a release needs.
var long = flag.Bool("long", false, "run the long rounds: 10,000 changes, 1,000 crashes")
