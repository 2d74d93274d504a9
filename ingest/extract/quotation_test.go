package extract

import "testing"

func TestQuotations(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string // "opening words = speaker", speaker "scare" for a term
	}{
		{"“We won,” said Ada Pell.", []string{"We won, = Ada Pell"}},
		{"\"We won,\" Ada Pell said. \"We always do.\"", []string{"We won, = Ada Pell", "We always do. = Ada Pell"}},
		{"‘We won,’ said Ada Pell.", []string{"We won, = Ada Pell"}},
		{"'We won,' said Ada Pell. It's the firms' 'day of days'.", []string{"We won, = Ada Pell", "day of days = scare"}},
		{"``We won,'' said Ada Pell.", []string{"We won, = Ada Pell"}},
		{"Ada Pell said: “We won … [the cup].”", []string{"We won … [the cup]. = Ada Pell"}},
		{"“We won,” she said, “and we danced.”", []string{"We won, = ", "and we danced. = "}},
		{"According to Ada Pell, the club is “a family.”", []string{"a family. = Ada Pell"}},
		{"The club has a section titled “House Rules”.", []string{"House Rules = scare"}},
		{"Generative tools (“AI”) are new.", []string{"AI = scare"}},
		{"“We won,” said Ada Pell.\n\n“We always do.”", []string{"We won, = Ada Pell", "We always do. = Ada Pell"}},
		{"Ada Pell spoke first. “We won,” she said.", []string{"We won, = Ada Pell"}},
		{"“We won the cup.\n\n“We always do,” said Ada Pell.", []string{"We won the cup. = Ada Pell", "We always do, = Ada Pell"}},
		{"The club's members' house isn't 5' tall.", nil},
		{"''We won,'' said Ada Pell. ''We always do.''", []string{"We won, = Ada Pell", "We always do. = Ada Pell"}},
		{"„We won“, said Ada Pell. «We always do», she added.", []string{"We won = Ada Pell", "We always do = Ada Pell"}},
		{"\"We won the cup.\n\n\"We always do,\" said Ada Pell.", []string{"We won the cup. = Ada Pell", "We always do, = Ada Pell"}},
		{"‘They shouted “Goal!” and we won,’ said Ada Pell.", []string{"They shouted “Goal!” and we won, = Ada Pell"}},
		{"“Did you win?” Mr. Hall asked.\n\n“We did,” said Ada Pell.\n\n“By how much?”\n\n“Enough.”",
			[]string{"Did you win? = Mr. Hall", "We did, = Ada Pell", "By how much? = Mr. Hall", "Enough. = Ada Pell"}},
		{"Tom Hall and Ada Pell shared the prize. “We won,” she said. “So did I,” he added.", []string{"We won, = Ada Pell", "So did I, = Tom Hall"}},
		{"Kelly Dane lost. ‘It hurts,’ fumed Kelly.", []string{"It hurts, = Kelly Dane"}},
		{"Striker Jo Bright scored twice. “It was time,” the striker said.", []string{"It was time, = Jo Bright"}},
		{"MR. HALL: “When did you win?”\n\nMS. PELL: “In May.”", []string{"When did you win? = MR. HALL", "In May. = MS. PELL"}},
		{"Ada Pell arrived. As she put it in a letter: “We won.”", []string{"We won. = Ada Pell"}},
		{"“We won,” Ada Pell said, adding that the crowd called it “magic”.", []string{"We won, = Ada Pell", "magic = the crowd"}},
		{"Ada Pell shook her head. “Never again.”", []string{"Never again. = Ada Pell"}},
		{"“Never again” was the answer from Ada Pell.", []string{"Never again = Ada Pell"}},
		{"Ada Pell's response came within four minutes: “Never again.”", []string{"Never again. = Ada Pell"}},
		{"Ada Pell, she recalled, told him to “sit down and wait.”", []string{"sit down and wait. = Ada Pell"}},
		{"Ada Pell and her brother, Tom, lost the farm. They said it was “all we had.”", []string{"all we had. = Ada Pell and her brother"}},
		{"A court convicted Ada Pell, rejecting her claim that she was “only a clerk.”", []string{"only a clerk. = Ada Pell"}},
		{"Tom Hall sent the paper a message that reads, “I never met her.”", []string{"I never met her. = Tom Hall"}},
		{"One customer, Leeds retiree Ada Pell, was glad. “It took nine years,” she said.", []string{"It took nine years, = Ada Pell"}},
		{"Said Ada Pell, whose herd died: “It won't bring back the cows.”", []string{"It won't bring back the cows. = Ada Pell"}},
		{"The board's chair, in a letter sent Monday, expressed “full confidence in the club.”", []string{"full confidence in the club. = the board's chair"}},
		{"Ada Pell said the firm threatened “the only mill in the valley.”", []string{"the only mill in the valley. = Ada Pell"}},
		{"'It brings more lawyers' bills and more noise,' Ada Pell said. 'We shall see.'", []string{"It brings more lawyers' bills and more noise, = Ada Pell", "We shall see. = Ada Pell"}},
		{"Ada Pell, a cook, said, \"We tried to talk. We hope he listens.\n\nThe owner said nothing.", []string{"We tried to talk. We hope he listens. = Ada Pell"}},
		{"“We use ‘good cause’,” Ada Pell said. “What counts is what they did.\" Pell did not say why.", []string{"We use ‘good cause’, = Ada Pell", "good cause = scare", "What counts is what they did. = Ada Pell"}},
		{"Ada Pell compared the row with an old fable: ‘They met on the bridge.’", []string{"They met on the bridge. = Ada Pell"}},
		{"Tom Hall issued proceedings in the county court for “libel, distress and loss of trade”.", []string{"libel, distress and loss of trade = Tom Hall"}},
		{"In a letter read out in court, the mill's manager, Tom Hall, offered an apology for “the fear and the grief” of that night.", []string{"the fear and the grief = Tom Hall"}},
		{"Ada Pell read from an email by a former chairman, Tom Hall: “We buy or we lose.”", []string{"We buy or we lose. = Tom Hall"}},
		{"Greenford Care sent us this statement: “Safety comes first.”", []string{"Safety comes first. = Greenford Care"}},
		{"“Open gates are no licence to graze,” Ada Pell submitted.", []string{"Open gates are no licence to graze, = Ada Pell"}},
	} {
		quotations, _ := readSpeech(newView(articleOf(tt.text)))
		var got []string
		for _, q := range quotations {
			speaker := q.Speaker
			if q.Scare {
				speaker = "scare"
			}
			got = append(got, q.Text+" = "+speaker)
			if text := q.Spans[0]; tt.text[text.Start:text.End] != q.Text {
				t.Errorf("%q: span holds %q", tt.text, tt.text[text.Start:text.End])
			}
		}
		if !equal(got, tt.want) {
			t.Errorf("%q\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}
