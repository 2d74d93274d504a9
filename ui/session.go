package ui

import (
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"time"
)

// How long a session lasts unused, and at most.
const (
	idleLife     = 8 * time.Hour
	absoluteLife = 7 * 24 * time.Hour
	seenEvery    = 5 * time.Minute // how often the last use is written down
)

// session is a record; its key is the hash of the cookie.
type session struct {
	User    string    `json:"user"`
	Role    string    `json:"role"`
	Local   bool      `json:"local"` // came by the one-time link, has no account
	Created time.Time `json:"created"`
	Seen    time.Time `json:"seen"`
}

// cookieName carries the instance, for cookies do not know ports.
func (s *Server) cookieName() string {
	name := "averment_" + clipBytes(plainName(s.Instance), 12)
	if s.TLS {
		return "__Host-" + name
	}
	return name
}

// plainName leaves letters and digits.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// identify finds who asks, by token or by session.
func (s *Server) identify(q *request) (Identity, error) {
	if scheme, secret, ok := strings.Cut(q.GetHeader("Authorization"), " "); ok && strings.EqualFold(scheme, "Bearer") {
		return s.people.byToken(strings.TrimSpace(secret))
	}
	cookie, err := q.Request.Cookie(s.cookieName())
	if err != nil || cookie.Value == "" {
		return Identity{}, nil
	}
	return s.people.bySession(digest(cookie.Value))
}

// bySession gives nobody for a session that is unknown, over, or whose account is gone.
func (p *People) bySession(key string) (Identity, error) {
	b, known, err := p.records.GetRecord(sessionRecords, key)
	if err != nil || !known {
		return Identity{}, err
	}
	var one session
	if err := json.Unmarshal(b, &one); err != nil {
		return Identity{}, err
	}
	now := p.now()
	if now.Sub(one.Seen) > idleLife || now.Sub(one.Created) > absoluteLife {
		return Identity{}, p.records.DeleteRecord(sessionRecords, key)
	}
	if now.Sub(one.Seen) > seenEvery {
		one.Seen = now
		if err := p.put(sessionRecords, key, one); err != nil {
			return Identity{}, err
		}
	}
	name := one.Role
	if !one.Local {
		u, err := p.user(one.User)
		if err != nil {
			return Identity{}, nil
		}
		name = u.Role
	}
	role, _ := ParseRole(name)
	return Identity{Name: one.User, Role: role, key: key}, nil
}

// begin makes a session and sets its cookie.
func (s *Server) begin(q *request, one session) error {
	now := s.Now()
	one.Created, one.Seen = now, now
	secret := random()
	if err := s.people.put(sessionRecords, digest(secret), one); err != nil {
		return err
	}
	http.SetCookie(q.Writer, &http.Cookie{Name: s.cookieName(), Value: secret, Path: "/", HttpOnly: true, Secure: s.TLS,
		SameSite: http.SameSiteLaxMode, MaxAge: int(absoluteLife.Seconds())})
	q.who = Identity{Name: one.User}
	return s.record(q, "signed in", one.User, "ok", nil)
}

func (p *People) endSessions(user string) error {
	var keys []string
	err := p.records.Records(sessionRecords, func(key string, b []byte) error {
		var one session
		if err := json.Unmarshal(b, &one); err == nil && one.User == user && !one.Local {
			keys = append(keys, key)
		}
		return nil
	})
	for _, key := range keys {
		if e := p.records.DeleteRecord(sessionRecords, key); e != nil {
			return e
		}
	}
	return err
}

// links are one-time links that have been issued and not used.
type links struct {
	mu   sync.Mutex
	now  func() time.Time
	open map[string]time.Time
}

// linkLife is how long a one-time link can be used.
const linkLife = 24 * time.Hour

func newLinks(now func() time.Time) *links { return &links{now: now, open: map[string]time.Time{}} }

func (l *links) issue() (string, error) {
	key := random()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.open[digest(key)] = l.now().Add(linkLife)
	return key, nil
}

// use says whether the key was open, and closes it.
func (l *links) use(key string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	end, ok := l.open[digest(key)]
	delete(l.open, digest(key))
	return ok && l.now().Before(end)
}
