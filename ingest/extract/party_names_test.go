package extract

import (
	"slices"
	"strings"
	"testing"

	"averment/evidence"
)

// wantNames checks that just the names are read as parties; a name of more words than the one
// wanted counts as another.
func wantNames(t *testing.T, text string, want ...string) {
	t.Helper()
	var got []string
	for _, p := range facts(text).Parties {
		if !p.Proposed && p.Type != evidence.Court && p.Type != evidence.Group {
			got = append(got, strings.TrimSuffix(p.Name, "."))
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s\n got %q\nwant %q", text, got, want)
	}
}

// eachNames checks texts against the names in them, parted by bars.
func eachNames(t *testing.T, cases [][2]string) {
	t.Helper()
	for _, c := range cases {
		wantNames(t, c[0], strings.Split(c[1], "|")...)
	}
}

func TestNamesWithOrdinals(t *testing.T) {
	eachNames(t, [][2]string{
		{"The suit also names Sixth Meadow Bank and Second Harvest Capital LLC.", "Sixth Meadow Bank|Second Harvest Capital LLC"},
		{"The restaurant group Eighth Avenue Hospitality claims that the beer was warm.", "Eighth Avenue Hospitality"},
		{"A cook sued Third Ward Brewing on Monday.", "Third Ward Brewing"},
		{"Fourth Street Partners said it would appeal.", "Fourth Street Partners"},
		{"The driver turned into Fifth Street, said Nora Bell.", "Nora Bell"},
		{"Second, Meadow Bank sued Nora Bell.", "Meadow Bank|Nora Bell"},
	})
}

func TestNamesOfBands(t *testing.T) {
	eachNames(t, [][2]string{
		{"The Cold Spring Band of Ojibwe sued the state.", "Cold Spring Band of Ojibwe"},
		{"Leaders of the Gray Owl Tribe of the High Plains said no.", "Gray Owl Tribe of the High Plains"},
		{"The White Clay Community of Dakota Indians settled with Marrow Timber.", "White Clay Community of Dakota Indians|Marrow Timber"},
		{"The Congregation of the Holy Well sued Nora Bell.", "Congregation of the Holy Well|Nora Bell"},
		{"The National Brotherhood of Rail Clerks sued Castell Lines.", "National Brotherhood of Rail Clerks|Castell Lines"},
		{"The Sisters of the Sacred Step said they would sell.", "Sisters of the Sacred Step"},
	})
}

func TestNamesOfCampaigns(t *testing.T) {
	eachNames(t, [][2]string{
		{"The ruling is a victory for Homeowners for a Free Belmont, which sued in May.", "Homeowners for a Free Belmont"},
		{"No on Proposition 9 sued the county clerk, Ada Finch.", "No on Proposition 9|Ada Finch"},
		{"Yes for Schools, the committee that gathered the names, intervened.", "Yes for Schools"},
		{"Sal Dorn leads the local chapter of Grandparents for Honest Books.", "Sal Dorn|Grandparents for Honest Books"},
		{"Dignity of Labour, the cleaners' union, said it was glad.", "Dignity of Labour"},
		{"The consumer group Droits des locataires helped bring the case.", "Droits des locataires"},
		{"Lawyers for Nora Bell said the plan was bad.", "Nora Bell"},
		{"The Families of Flight 212 victims wept, Nora Bell said.", "Nora Bell"},
		{"They live in the Community of Harrow Wells, said Nora Bell.", "Nora Bell"},
		{"Nora Bell walked by Finley's Corner and Otto's Landing.", "Nora Bell"},
		{"Residents for years asked Belmont Water Co to act.", "Belmont Water Co"},
	})
}

func TestNamesWithStops(t *testing.T) {
	eachNames(t, [][2]string{
		{"A cyclist sued the city of St. Brevin on Monday.", "city of St. Brevin"},
		{"The town of Mt. Carbon and the village of Ste. Rose were sued by Nora Bell.", "town of Mt. Carbon|village of Ste. Rose|Nora Bell"},
		{"The city of Ft. Dolan said Nora Bell was wrong.", "city of Ft. Dolan|Nora Bell"},
	})
}

func TestNamesOfPortfolios(t *testing.T) {
	eachNames(t, [][2]string{
		{"The Ohio Department of Forests, Open Waters, and Parks said it had no comment.", "Ohio Department of Forests, Open Waters, and Parks"},
		{"Nora Bell sued the Ministry of Water, Lands and Housing.", "Nora Bell|Ministry of Water, Lands and Housing"},
		{"Nora Bell sued the Department of Justice, Marrow Timber and Castell Lines.", "Nora Bell|Department of Justice|Marrow Timber|Castell Lines"},
		{"The Minister of Fisheries and Forestry did not oppose Nora Bell.", "Nora Bell"},
		{"The case went to the Office of Inspector General of the Department of Commerce.", "Office of Inspector General of the Department of Commerce"},
		{"Varga thanked the Union County Prosecutor's Office and the Bell County Clerk's Office.", "Union County Prosecutor's Office|Bell County Clerk's Office"},
	})
}

func TestNamesWithPossessors(t *testing.T) {
	eachNames(t, [][2]string{
		{"The grocery chain Dorsey's Markets, a division of Amity Pantry Corp., was sued.", "Dorsey's Markets|Amity Pantry Corp"},
		{"Waiters at Papa Gino's Kitchen sued their boss, Sal Dorn.", "Papa Gino's Kitchen|Sal Dorn"},
		{"Nora Bell sued Finley's Tavern and Otto's Bakery.", "Nora Bell|Finley's Tavern|Otto's Bakery"},
		{"Nora Bell, Ohio's Secretary of State, refused.", "Nora Bell"},
	})
}

func TestNamesBesideOffices(t *testing.T) {
	eachNames(t, [][2]string{
		{"The plan was approved by an official. She says that the official, Prosper Crimp, took money.", "Prosper Crimp"},
		{"Ringlet Corp was defended by the Denver office of Grimwald Tate.", "Ringlet Corp|Grimwald Tate"},
		{"Barge captain Dutch Veers and olive grower Stavros Petralis said so.", "Dutch Veers|Stavros Petralis"},
		{"Mayor Nora Bell of Elk Falls said the town needs jobs.", "Nora Bell"},
		{"The firm is ASX-listed and owns the Skye distillery Port Varra.", "Port Varra"},
		{"The ruling is plain, said Odette Brooks of the Open Streets Project, who argued the appeal.", "Odette Brooks|Open Streets Project"},
		{"He is represented by the Keel Civil Rights Center.", "Keel Civil Rights Center"},
	})
}

func TestNamesInLists(t *testing.T) {
	eachNames(t, [][2]string{
		{"The following defendants are in custody:\n\nArno T. Maddow, 38, of Dayton\nBetty Lou Krantz, 44, of Toledo, Ohio\nKwesi Dantes, 31, of Akron\n\nThey pleaded not guilty.", "Arno T. Maddow|Betty Lou Krantz|Kwesi Dantes"},
		{"The indictment charges:\n\n- Arno Maddow, 46, of Dayton, the owner of Gentle Cove Care Inc.;\n- Kwesi Dantes, 33, of Akron, a recruiter; and\n- Gentle Cove Care Inc. itself.\n\nAll are charged with fraud.", "Arno Maddow|Kwesi Dantes|Gentle Cove Care Inc"},
	})
}

func TestShortFormsOfNames(t *testing.T) {
	eachNames(t, [][2]string{
		{"Three drivers asked a judge to strike down a clause that Skipper Mobility wrote.\n\nThey say Skipper owes them overtime. Skipper disagrees.", "Skipper Mobility"},
		{"Leahy kept the books of New Haven Fellowship for years. New Haven sued the bank last year.", "New Haven Fellowship"},
		{"The agency sued Bellwether TV, saying the service never paid. Bellwether owes it money.", "Bellwether TV"},
		{"The lead applicant is wheat grower Stan Petralis. \"They came,\" Mr Petralis said outside court.", "Stan Petralis"},
	})
}

func TestNamesOfLeagues(t *testing.T) {
	eachNames(t, [][2]string{
		{"A judge ruled that quarterback Tad Mulver may play for Concord State this fall, blocking the Seaboard Athletic Conference from enforcing its rule.", "Tad Mulver|Concord State|Seaboard Athletic Conference"},
		{"The Northern Premier Rugby League fined Nora Bell.", "Northern Premier Rugby League|Nora Bell"},
		{"Two players sued the Lake Shore Conference and coach Bart Dunn.", "Lake Shore Conference|Bart Dunn"},
		{"Nora Bell spoke at the Annual Privacy Conference in May.", "Nora Bell"},
	})
}

func TestNamesOfUnions(t *testing.T) {
	eachNames(t, [][2]string{
		{"Amalgamated Weavers and Dyers Union said 400 workers would strike.", "Amalgamated Weavers and Dyers Union"},
		{"The National Union of Paper and Ceramic Workers sued Castell Lines.", "National Union of Paper and Ceramic Workers|Castell Lines"},
		{"United Porters Local 318 filed a grievance against Marrow Timber.", "United Porters Local 318|Marrow Timber"},
		{"Teamsters Local No. 52 and Nora Bell settled.", "Teamsters Local No. 52|Nora Bell"},
		{"The Moe and Ada Krantz Family Foundation sued Marrow Timber.", "Moe and Ada Krantz Family Foundation|Marrow Timber"},
		{"The Service Desk Guild, which represents porters, accused Marrow Timber of theft.", "Service Desk Guild|Marrow Timber"},
		{"The parents sued Elm Grove Elementary School District 62.", "Elm Grove Elementary School District 62"},
		{"Marrow Timber and Dyers Union Bank sued Nora Bell.", "Marrow Timber|Dyers Union Bank|Nora Bell"},
	})
}

func TestNamesOfChurches(t *testing.T) {
	eachNames(t, [][2]string{
		{"Saint Olga Medical Center denied the claims of Nora Bell.", "Saint Olga Medical Center|Nora Bell"},
		{"Our Lady of the Fields Catholic Church was named as a defendant.", "Our Lady of the Fields Catholic Church"},
		{"King Oak Bank sued Nora Bell.", "King Oak Bank|Nora Bell"},
		{"Bishop Nora Bell spoke. Captain Ray Banks agreed.", "Nora Bell|Ray Banks"},
		{"Christ the Shepherd Lutheran Church sued Nora Bell.", "Christ the Shepherd Lutheran Church|Nora Bell"},
	})
}

func TestNamesProvedByTheirNeighbours(t *testing.T) {
	eachNames(t, [][2]string{
		{"Castell Lines accused Trumble Axle of copying its software.", "Castell Lines|Trumble Axle"},
		{"The suit is led by Zorah Font, a nurse, and Cade Albot, a bus driver, who rented from Castell Lines.", "Zorah Font|Cade Albot|Castell Lines"},
		{"The complaint was signed by Amelia Thrask of Thrask Bowery.", "Amelia Thrask|Thrask Bowery"},
		{"The money came from the Golden Loaf, the Elm Street bakery they opened in May, Nora Bell said.", "Golden Loaf|Nora Bell"},
		{"The model was supplied by a contractor, Hydromatic West, and never checked.", "Hydromatic West"},
		{"Brothers hold 60 per cent of Lorne Brothers (Holdings) Ltd, which sued Angus Lorne.", "Lorne Brothers (Holdings) Ltd|Angus Lorne"},
		{"The super PAC Onward Together Iowa spent $2 million, Nora Bell said.", "Onward Together Iowa|Nora Bell"},
		{"Special Agent in Charge Nora Bell thanked Marco de los Rios and Harold Winthrop III.", "Nora Bell|Marco de los Rios|Harold Winthrop III"},
		{"A jury found that Leonard Fisk, 58, of Elm Township, lied.", "Leonard Fisk"},
	})
}

func TestNamesInOtherLanguages(t *testing.T) {
	eachNames(t, [][2]string{
		{"The court wound up Coolamon Freight Pty. Ltd. and Murni Jaya Sdn. Bhd. on Friday.", "Coolamon Freight Pty. Ltd|Murni Jaya Sdn. Bhd"},
		{"Nora Bell transferred her shares to Groupe Lavergne S.A.S. in May.", "Nora Bell|Groupe Lavergne S.A.S"},
		{"Trattoria Bellini sued Nora Bell, and so did Hotel Miramonte.", "Trattoria Bellini|Nora Bell|Hotel Miramonte"},
		{"Nora Bell sued Strojirna Novak s.r.o. and Pekara Drina d.o.o. in Vienna.", "Nora Bell|Strojirna Novak s.r.o|Pekara Drina d.o.o"},
		{"Banco Ribera del Sol said it would appeal.", "Banco Ribera del Sol"},
		{"Nora Bell accused PT Samudra Tirta of fraud.", "Nora Bell|PT Samudra Tirta"},
	})
}

func TestNamesOfArtists(t *testing.T) {
	eachNames(t, [][2]string{
		{"The DJ Zantrix, whose real name is Piet van Doorn, was arrested.", "Zantrix|Piet van Doorn"},
		{"The punk band Muddy Ledger and the singer Oriette settled.", "Muddy Ledger|Oriette"},
		{"Prosecutors say Robert \"Bobby Two\" Castellan paid Angelo 'Fish' Marin.", "Robert \"Bobby Two\" Castellan|Angelo 'Fish' Marin"},
		{"The folk trio the Hollow Logs claims that Bluejay Stage owes it money.", "Hollow Logs|Bluejay Stage"},
		{"A.J. Foxwell and D. L. Nakata are the lead lawyers.", "A.J. Foxwell|D. L. Nakata"},
		{"E. Jean Carver sued G. Preston Hull III. E. Jean Carver won.", "E. Jean Carver|G. Preston Hull III"},
		{"Porters United, a union, sued Castell Lines.", "Porters United|Castell Lines"},
		{"The estate of Wilma Jo Tackle reached a deal with Northgate Nursing Home.", "Wilma Jo Tackle|Northgate Nursing Home"},
		{"A judge sided with Nora Bell in her dispute with Lake County.", "Nora Bell|Lake County"},
	})
}

func TestNamesOfDistricts(t *testing.T) {
	eachNames(t, [][2]string{
		{"The Cedar Gulch Fire Protection District billed Castell Lines.", "Cedar Gulch Fire Protection District|Castell Lines"},
		{"The court sided with Stone Hills Rural Water District No. 4.", "Stone Hills Rural Water District No. 4"},
		{"A jury ordered the Port of Ashfield to pay Nora Bell.", "Port of Ashfield|Nora Bell"},
		{"Nora Bell sued the Marsh Creek Flood Control District.", "Nora Bell|Marsh Creek Flood Control District"},
		{"A nurse at Denver Hill Memorial said the hospital fired Nora Bell.", "Denver Hill Memorial|Nora Bell"},
		{"They met at the Lincoln Memorial, Nora Bell said.", "Nora Bell"},
	})
}

func TestNamesBesideThings(t *testing.T) {
	eachNames(t, [][2]string{
		{"Riders on the Orange Line said nothing had changed for Nora Bell.", "Nora Bell"},
		{"He moved west in the Great Hunger, Nora Bell said.", "Nora Bell"},
		{"Orbit Row has agreed to pay $9 million.", "Orbit Row"},
		{"Ms. Okoro, a vice president at Vessel, said so.", "Okoro|Vessel"},
		{"Lawyers from Pike Oswald appeared for Juniper Dell.", "Pike Oswald|Juniper Dell"},
		{"The folk group Prairie Echo says Eighty Mile Sound stole its tapes.", "Prairie Echo|Eighty Mile Sound"},
		{"The flood reached Camp Wildrose, a summer camp, and Temple Beth Noor.", "Camp Wildrose|Temple Beth Noor"},
		{"The group Don't Fence Green Valley and Yes on 14 raised money.", "Don't Fence Green Valley|Yes on 14"},
		{"Hellas Boats A.E. and Brauhaus Lumen GmbH & Co. KGaA blamed Minas Claras S/A.", "Hellas Boats A.E|Brauhaus Lumen GmbH & Co. KGaA|Minas Claras S/A"},
	})
}

func TestNamesBesideOtherNames(t *testing.T) {
	eachNames(t, [][2]string{
		{"The Brook Hollow Sanitary District raised rates, Nora Bell said.", "Brook Hollow Sanitary District|Nora Bell"},
		{"The league stripped Winmore State of its football title.", "Winmore State"},
		{"The trust holds shares of Birch Gravel, Nora Bell said.", "Birch Gravel|Nora Bell"},
		{"Nora Bell sued Kaarna Polska Sp. z o.o. in Warsaw.", "Nora Bell|Kaarna Polska Sp. z o.o"},
		{"The metal band Iron Hymn and its former bassist, Hex Dorring, split.", "Iron Hymn|Hex Dorring"},
		{"Council President Nora Bell of Harrow Falls voted against the plan.", "Nora Bell"},
		{"Riverside TV and Radio Colina say the permit lapsed.", "Riverside TV|Radio Colina"},
		{"The nonprofit Voices of the Marsh sued Nora Bell.", "Voices of the Marsh|Nora Bell"},
		{"The Brotherhood of St. Alwyn and Daughters of the Field merged.", "Brotherhood of St. Alwyn|Daughters of the Field"},
	})
}
