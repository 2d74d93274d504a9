package ui

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"averment/evidence"

	"golang.org/x/crypto/argon2"
)

// The kinds of records that people are kept in.
const (
	userRecords    = "user"
	tokenRecords   = "token"
	sessionRecords = "session"
)

// Identity is who asks; Role is 0 for nobody.
type Identity struct {
	Name string
	Role Role
	key  string // of the session's record
}

// User is a person with an account.
type User struct {
	Name    string `json:"name"`
	Role    string `json:"role"`
	Created string `json:"created"` // RFC 3339
	Salt    []byte `json:"salt"`
	Hash    []byte `json:"hash"` // Argon2id, 64 MiB, 3 passes, 2 lanes
}

// Token lets a program in.
type Token struct {
	ID      string `json:"id"` // first letters of the hash
	Name    string `json:"name"`
	Role    string `json:"role"`
	Created string `json:"created"`
	Expires string `json:"expires"` // RFC 3339, "" for never
}

// People keeps accounts, tokens and sessions. The command line uses it too.
type People struct {
	records Records
	now     func() time.Time
	slots   chan struct{} // at most two passwords are reckoned at once: each takes 64 MiB
	mu      sync.Mutex
	failed  map[string]failures
}

type failures struct {
	count int
	until time.Time
}

// NewPeople keeps people in records; now nil is the clock.
func NewPeople(records Records, now func() time.Time) *People {
	if now == nil {
		now = time.Now
	}
	return &People{records: records, now: now, slots: make(chan struct{}, 2), failed: map[string]failures{}}
}

// minPassword is the least length of a password in bytes.
const minPassword = 10

// AddUser makes an account.
func (p *People) AddUser(name, password, role string) error {
	if name = strings.TrimSpace(name); name == "" || len(name) > 100 || strings.ContainsAny(name, "/\x00\n") {
		return fmt.Errorf("add user: %w: a name has 1 to 100 characters and no slash", evidence.ErrInvalid)
	}
	if _, ok := ParseRole(role); !ok {
		return fmt.Errorf("add user: %w: no role %q; the roles are %s", evidence.ErrInvalid, role, strings.Join(RoleNames(), ", "))
	}
	if _, known, err := p.records.GetRecord(userRecords, name); err != nil || known {
		if err == nil {
			err = fmt.Errorf("%w: there is a user %q already", evidence.ErrInvalid, name)
		}
		return fmt.Errorf("add user: %w", err)
	}
	return p.keep(User{Name: name, Role: role, Created: p.now().UTC().Format(time.RFC3339)}, password)
}

// SetPassword gives an account another password and ends its sessions.
func (p *People) SetPassword(name, password string) error {
	u, err := p.user(name)
	if err != nil {
		return err
	}
	if err := p.keep(*u, password); err != nil {
		return err
	}
	return p.endSessions(name)
}

func (p *People) keep(u User, password string) error {
	if len(password) < minPassword {
		return fmt.Errorf("set password: %w: at least %d characters", evidence.ErrInvalid, minPassword)
	}
	u.Salt = make([]byte, 16)
	rand.Read(u.Salt) // never fails, see crypto/rand
	u.Hash = p.reckon(password, u.Salt)
	return p.put(userRecords, u.Name, u)
}

func (p *People) reckon(password string, salt []byte) []byte {
	p.slots <- struct{}{}
	defer func() { <-p.slots }()
	return argon2.IDKey([]byte(password), salt, 3, 64<<10, 2, 32)
}

func (p *People) put(kind, key string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("keep %s: %w", kind, err)
	}
	return p.records.PutRecord(kind, key, b)
}

func (p *People) user(name string) (*User, error) {
	b, known, err := p.records.GetRecord(userRecords, name)
	if err != nil {
		return nil, err
	}
	if !known {
		return nil, fmt.Errorf("user %q: %w", name, evidence.ErrNotFound)
	}
	u := new(User)
	return u, json.Unmarshal(b, u)
}

// Users gives the accounts in the order of their names.
func (p *People) Users() ([]User, error) {
	list := []User{}
	err := p.records.Records(userRecords, func(_ string, b []byte) error {
		var u User
		err := json.Unmarshal(b, &u)
		list = append(list, u)
		return err
	})
	return list, err
}

// RemoveUser deletes an account and ends its sessions.
func (p *People) RemoveUser(name string) error {
	if _, err := p.user(name); err != nil {
		return err
	}
	if err := p.records.DeleteRecord(userRecords, name); err != nil {
		return err
	}
	return p.endSessions(name)
}

// tokenPrefix begins every token, so that one that leaks is known for what it is.
const tokenPrefix = "avm_"

// CreateToken makes a token and gives it the only time it is ever seen. life 0 never ends.
func (p *People) CreateToken(name, role string, life time.Duration) (secret string, err error) {
	if _, ok := ParseRole(role); !ok {
		return "", fmt.Errorf("create token: %w: no role %q; the roles are %s", evidence.ErrInvalid, role, strings.Join(RoleNames(), ", "))
	}
	if name = strings.TrimSpace(name); name == "" {
		return "", fmt.Errorf("create token: %w: it needs a name", evidence.ErrInvalid)
	}
	secret = tokenPrefix + random()
	t := Token{ID: digest(secret)[:12], Name: name, Role: role, Created: p.now().UTC().Format(time.RFC3339)}
	if life > 0 {
		t.Expires = p.now().Add(life).UTC().Format(time.RFC3339)
	}
	return secret, p.put(tokenRecords, digest(secret), t)
}

// Tokens gives the tokens, without their secrets.
func (p *People) Tokens() ([]Token, error) {
	list := []Token{}
	err := p.records.Records(tokenRecords, func(_ string, b []byte) error {
		var t Token
		err := json.Unmarshal(b, &t)
		list = append(list, t)
		return err
	})
	slices.SortFunc(list, func(a, b Token) int { return strings.Compare(a.Created, b.Created) })
	return list, err
}

// RevokeToken ends the token with this id.
func (p *People) RevokeToken(id string) error {
	var key string
	err := p.records.Records(tokenRecords, func(k string, _ []byte) error {
		if len(id) >= 8 && strings.HasPrefix(k, id) {
			key = k
		}
		return nil
	})
	if err != nil {
		return err
	}
	if key == "" {
		return fmt.Errorf("token %q: %w", id, evidence.ErrNotFound)
	}
	return p.records.DeleteRecord(tokenRecords, key)
}

// byToken finds who a token stands for; Role is 0 for one that is unknown or over.
func (p *People) byToken(secret string) (Identity, error) {
	if !strings.HasPrefix(secret, tokenPrefix) {
		return Identity{}, nil
	}
	b, known, err := p.records.GetRecord(tokenRecords, digest(secret))
	if err != nil || !known {
		return Identity{}, err
	}
	var t Token
	if err := json.Unmarshal(b, &t); err != nil {
		return Identity{}, err
	}
	if end, err := time.Parse(time.RFC3339, t.Expires); t.Expires != "" && (err != nil || p.now().After(end)) {
		return Identity{}, nil
	}
	role, _ := ParseRole(t.Role)
	return Identity{Name: "token " + t.Name, Role: role}, nil
}

// CheckPassword gives the account when the password is right. After three wrong ones the
// account waits, twice as long each time, up to five minutes; the waiting is refused
// without looking at the password.
func (p *People) CheckPassword(name, password string) (*User, error) {
	if wait := p.waiting(name); wait > 0 {
		return nil, &webError{429, "too-many", fmt.Sprintf("Too many wrong passwords; try again in %s.", wait.Round(time.Second)), "", nil}
	}
	u, err := p.user(name)
	if err != nil { // the same work, so that time does not tell whether the name exists
		p.reckon(password, []byte("no such user 16b"))
		p.miss(name)
		return nil, nil
	}
	if subtle.ConstantTimeCompare(p.reckon(password, u.Salt), u.Hash) != 1 {
		p.miss(name)
		return nil, nil
	}
	p.mu.Lock()
	delete(p.failed, name)
	p.mu.Unlock()
	return u, nil
}

func (p *People) waiting(name string) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.failed[name].until.Sub(p.now())
}

// maxFailed bounds what wrong names can make us remember.
const maxFailed = 10000

func (p *People) miss(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.failed) >= maxFailed {
		clear(p.failed)
	}
	f := p.failed[name]
	f.count++
	if f.count >= 3 {
		f.until = p.now().Add(min(5*time.Minute, time.Second<<min(f.count-3, 9)))
	}
	p.failed[name] = f
}

// random is 256 bits as text.
func random() string {
	b := make([]byte, 32)
	rand.Read(b)
	return base64.RawURLEncoding.EncodeToString(b)
}

// digest is how a secret of 256 bits is kept: it needs no slow hash.
func digest(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
