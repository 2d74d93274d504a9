package index

import (
	"encoding/binary"
	"math"
	"time"

	"averment/evidence"
)

const secondsOfDay = 24 * 60 * 60

// noDay stands for an unknown day; it sorts before every known one.
const noDay = math.MinInt32

// dayOf counts days from 1970.
func dayOf(t time.Time) int32 {
	s := t.Unix()
	day := s / secondsOfDay
	if s%secondsOfDay < 0 {
		day--
	}
	return int32(min(max(day, math.MinInt32+1), math.MaxInt32))
}

// days is a range of days, the last excluded.
type days struct{ from, to int32 }

// daysOf gives the range of a date, ok false when it is unresolved.
func daysOf(d *evidence.Date) (days, bool) {
	if d == nil || !d.Resolved {
		return days{}, false
	}
	from, to, ok := d.Bounds()
	return days{dayOf(from), dayOf(to)}, ok
}

// between makes the range of a query; zero times are open.
func between(from, to time.Time) days {
	d := days{noDay, math.MaxInt32}
	if !from.IsZero() {
		d.from = dayOf(from)
	}
	if !to.IsZero() {
		d.to = dayOf(to)
	}
	return d
}

// holds says whether all of o lies in d.
func (d days) holds(o days) bool { return d.from <= o.from && o.to <= d.to }

// bytes sorts as the days do, by the first day and then the last.
func (d days) bytes() []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(d.from)^1<<31)
	return binary.BigEndian.AppendUint32(b, uint32(d.to)^1<<31)
}

func daysFrom(b []byte) (days, bool) {
	if len(b) != 8 {
		return days{}, false
	}
	from := binary.BigEndian.Uint32(b) ^ 1<<31
	to := binary.BigEndian.Uint32(b[4:]) ^ 1<<31
	return days{int32(from), int32(to)}, true
}

// timeOf is the start of a day.
func timeOf(day int32) time.Time { return time.Unix(int64(day)*secondsOfDay, 0).UTC() }

// numberBytes sorts as the numbers do.
func numberBytes(f float64) []byte {
	u := math.Float64bits(f)
	if u&(1<<63) != 0 {
		u = ^u
	} else {
		u |= 1 << 63
	}
	return binary.BigEndian.AppendUint64(nil, u)
}

func numberFrom(b []byte) float64 {
	u := binary.BigEndian.Uint64(b)
	if u&(1<<63) != 0 {
		return math.Float64frombits(u &^ (1 << 63))
	}
	return math.Float64frombits(^u)
}
