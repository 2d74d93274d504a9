package extract

// fromCaption gives the parties of the caption their roles.
func (c *cast) fromCaption() {}
