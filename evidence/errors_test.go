package evidence

import (
	"errors"
	"fmt"
	"testing"
)

func TestInvalidIsSaidInItsOwnWords(t *testing.T) {
	err := fmt.Errorf("show: %w", Invalid("%q is no document", "zzzz"))
	if !errors.Is(err, ErrInvalid) || errors.Is(err, ErrNotFound) {
		t.Errorf("%v: wrong sentinel", err)
	}
	if got, want := err.Error(), `show: "zzzz" is no document`; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
