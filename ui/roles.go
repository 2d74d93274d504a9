package ui

// Role is what somebody may do; each may do what the ones before it may.
type Role int

// The roles. A route that is public needs none.
const (
	public    Role = -1
	reader    Role = 1 // search and view
	reviewer  Role = 2 // tag and note
	custodian Role = 3 // add, export, verify
	admin     Role = 4 // people
)

var roleNames = map[Role]string{public: "public", reader: "reader", reviewer: "reviewer", custodian: "custodian", admin: "admin"}

func (r Role) String() string { return roleNames[r] }
func (r Role) valid() bool    { return roleNames[r] != "" }

// ParseRole reads the name of a role; ok is false for another word.
func ParseRole(name string) (r Role, ok bool) {
	for role, n := range roleNames {
		if n == name && role > 0 {
			return role, true
		}
	}
	return 0, false
}

// RoleNames are the names of the roles that a person can have.
func RoleNames() []string { return []string{"reader", "reviewer", "custodian", "admin"} }
