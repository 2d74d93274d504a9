package worker

import (
	"context"
	"errors"
	"fmt"
	"io"

	"averment/evidence"
	"averment/ingest/format"
)

// exchange is one job in one child.
type exchange struct {
	p        *process
	watch    *watchdog
	limits   format.Limits
	size     int64 // bytes of the document
	children int
	expanded int64
	take     func(format.Child, io.Reader) error
	ocr      func(format.Picture) (evidence.Page, error)
}

// errRefused is a child's answer that goes over a cap; the child is not asked again.
type errRefused struct{ *evidence.ReadError }

func (e errRefused) Unwrap() error { return e.ReadError }

func refuse(code evidence.Code, text string, args ...any) error {
	return errRefused{&evidence.ReadError{Code: code, Detail: fmt.Sprintf(text, args...)}}
}

// errTake wraps an error of the job's own Child function.
type errTake struct{ error }

func (e errTake) Unwrap() error { return e.error }

// send gives the child a job and its bytes.
func (x *exchange) send(j job, src Source) error {
	if err := x.p.in.json(kindJob, j); err != nil {
		return err
	}
	return x.p.in.stream(kindData, io.NewSectionReader(src, 0, src.Size()), src.Size())
}

// receive follows the child until it is done.
func (x *exchange) receive() (outcome, error) {
	for {
		k, b, err := x.p.out.next()
		if err != nil {
			return outcome{}, cutOff(err)
		}
		x.watch.touch()
		switch k {
		case kindProgress:
			_, err = io.Copy(io.Discard, io.LimitReader(b, maxFrame))
		case kindChild:
			err = x.child(b)
		case kindPicture:
			err = x.picture(b)
		case kindDone:
			var o outcome
			err := b.value(&o, maxDocument)
			return o, err
		default:
			err = fmt.Errorf("%w: kind %d from a child", errFrame, k)
		}
		if err != nil {
			return outcome{}, err
		}
	}
}

// child takes one file found inside the document, within the caps on their number,
// their bytes and the ratio of expansion.
func (x *exchange) child(b *body) error {
	var head childHeader
	if err := b.value(&head, maxDocument); err != nil {
		return err
	}
	if head.Line <= 0 { // lines are bounded by the file that they are slices of
		x.children++
	}
	if x.children > x.limits.Members {
		return refuse(evidence.Bomb, "more than %d files inside", x.limits.Members)
	}
	c := format.Child{Name: tidy(head.Name), MediaType: tidy(head.MediaType), Line: max(0, head.Line), Document: head.Document.document()}
	if c.Document != nil {
		repair(c.Document, x.limits)
	}
	return x.part(c)
}

// part hands over one file found inside, as its bytes come.
func (x *exchange) part(c format.Child) error {
	k, b, err := x.p.out.next()
	if err != nil {
		return cutOff(err)
	}
	if k != kindData {
		return fmt.Errorf("%w: kind %d where data must come", errFrame, k)
	}
	r := &partReader{x: x, from: b, room: x.room()}
	err = x.take(c, r)
	if r.err == nil && err == nil {
		_, err = io.Copy(io.Discard, r) // what was not wanted
	}
	x.expanded += r.read
	switch {
	case r.err != nil:
		return r.err
	case err != nil:
		return errTake{err}
	}
	return nil
}

// partReader gives the bytes of one file found inside, and no more than there is room for.
// Every piece is progress.
type partReader struct {
	x          *exchange
	from       *body
	read, room int64
	err        error // the child's fault, not of who reads
}

func (r *partReader) Read(p []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	n, err := r.from.Read(p)
	r.read += int64(n)
	r.x.watch.touch()
	switch {
	case r.read > r.room:
		r.err = refuse(evidence.Bomb, "its files expand to more than %d bytes", r.x.expanded+r.room)
		return 0, r.err
	case err != nil && !errors.Is(err, io.EOF):
		r.err = err
	}
	return n, err
}

// ratioFloor is what files may expand to whatever the ratio.
const ratioFloor = 16 << 20

// room is how many more bytes the files inside may have.
func (x *exchange) room() int64 {
	cap := min(x.limits.Total, max(ratioFloor, x.limits.Ratio*x.size))
	return max(0, cap-x.expanded)
}

// picture has a page recognised and sends it back. The clock stands still meanwhile:
// the other child has one of its own.
func (x *exchange) picture(b *body) error {
	var head picture
	if err := b.value(&head, maxHeader); err != nil {
		return err
	}
	data, err := x.p.out.data(maxPicture)
	if err != nil {
		return err
	}
	if err := head.check(len(data)); err != nil {
		return err
	}
	resume := x.watch.pause()
	defer resume()
	var answer pageAnswer
	answer.Page, err = x.ocr(format.Picture{Width: head.Width, Height: head.Height, DPI: head.DPI, Gray: data})
	if err != nil {
		answer.Error = err.Error()
	}
	return x.p.in.value(kindPage, answer)
}

// run does one job: the outcome, and the image that may follow it. An error is a child
// that is of no use any more.
func (x *exchange) run(ctx context.Context, t Times, j job, src Source) (outcome, []byte, error) {
	x.watch = watch(ctx, t.Idle, t.Total, x.p.kill)
	o, image, err := x.talk(j, src)
	if cause := x.watch.done(); cause != "" && err != nil {
		if ctx.Err() != nil {
			return o, nil, ctx.Err()
		}
		return o, nil, &evidence.ReadError{Code: evidence.Timeout, Detail: cause, Retryable: true}
	}
	return o, image, err
}

func (x *exchange) talk(j job, src Source) (outcome, []byte, error) {
	// The child reads all of its input before it answers.
	if err := x.send(j, src); err != nil {
		return outcome{}, nil, err
	}
	o, err := x.receive()
	if err != nil || !o.Image {
		return o, nil, err
	}
	image, err := x.p.out.data(maxPicture)
	return o, image, err
}
