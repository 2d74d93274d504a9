package extract

import "testing"

// TestQuotationSpeakersCalled gives each text's last quotation to whom a word or a description means.
func TestQuotationSpeakersCalled(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Harbor League is suing the system. “The law does not sleep,” said Harbor League senior supervising attorney Joan Pell.", "Joan Pell"},
		{"“We would be shut down,” said Courier Editor-in-Chief Gregory Oliver. The Courier sued.", "Gregory Oliver"},
		{"“It is over,” said Greenford Inc vice president for legal affairs Joan Pell.", "Joan Pell"},
		{"Neil Hall QC, said: ‘We cannot wind the clock back.’", "Neil Hall"},
		{"The council sued.\n\nGareth Hall, Harrow Council Leader, said:\n\n“The council has battled the plan for years.”", "Gareth Hall"},
		{"“We share what we know,” said Special Agent in Charge Dana Alford of the bureau's Leeds office.", "Dana Alford"},
		{"A spokesman for Verdane in Amsterdam said the group “supports its writers everywhere.”", "a spokesman for Verdane"},
		{"Ada Pell SC, instructed by Tierney Law, told the court that signs were missed. “Had they looked, he would be well,” counsel said.", "Ada Pell"},
		{"Counsel for Sarnodit, Arun Sen, contended that the bank held back money. “You cannot starve a man,” he said.", "Arun Sen"},
		{"The brothers' attorney, a courtly man named Arthur Whitlow, does not care for theories. “A will is not a novel,” he told me.", "Arthur Whitlow"},
		{"A spokesperson for Greenford said it would contest the action. “We have never sold the data,” they said.", "a spokesperson for Greenford"},
		{"His mother, Loretta Bayne, filed the suit on Friday. The county's lawyer is Tom Hall. “He had his hands on the wheel,” his mother said.", "Loretta Bayne"},
		{"Loretta Bayne sued the county. Her son, Terence Bayne, was shot in May. “He had his hands on the wheel,” his mother said.", "Loretta Bayne"},
		{"The documents seen by the Leeds Post say the readings “could reveal illness or stress” to advertisers.", "the documents"},
		{"This was rejected by a tribunal panel sitting in Leeds, which instead found the reason was “the fact of her age”.", "a tribunal panel"},
		{"The vice president, Colby Rush, told them on a December conference call that “nobody is holding a gun to your head.”", "Colby Rush"},
		{"The mill is represented by Barrett Nolan and Lucy Farr of Nolan Farr Legal Group. “Deadlines are the first thing they teach you,” Nolan said.", "Barrett Nolan"},
		{"“Our elders stood on the beach,” elected chief Mary Joe said.", "Mary Joe"},
		{"Ada Pell's action is financed by Vann Capital. She said as she arrived: “We should not have to be rich.”", "Ada Pell"},
		{"Ada Pell denies it. In an affidavit, she said that the couples had found her online and that she “took nothing but a plant” from there.", "Ada Pell"},
		{"A department spokesman, Tom Hall, said inspectors had cited the plant twice and “are working with the operator” on a pond.", "Tom Hall"},
		{"The report says the rises began “within weeks of the change in ownership.”", "the report"},
		{"Arthur Hall KC, for the father, told jurors that his client had never described the pieces as anything but “in the old style”.", "Arthur Hall"},
		{"He said the company told him the mill was closed and “would not reopen”.", "the company"},
		{"A 39-year-old female IT worker who claimed she had to endure an ‘offensive and loud culture’ has lost her case.\n\nAda Pell took her employer to a tribunal.", "Ada Pell"},
		{"Employment judge Mr S G Vole found that her claim was ‘untenable’.\n\nIt added: ‘Indeed she was guilty of worse conduct.’", "S G Vole"},
		{"A federal judge ordered the agency to release a nurse, saying it had offered “no reason at all”.\n\nAbena Mensah has been held since May. U.S. District Judge Rhoda Silver granted her petition.", "Rhoda Silver"},
		{"Tom Hall sued Greenford Mills on Monday. In a statement, the company said:\n\n“We take every complaint seriously.”", "Greenford Mills"},
		{"Tom Hall sued on Monday. Per the lawsuit, Greenford “knew of the dust for ten years.”", "the complaint"},
		{"The suit was filed by builder Tom Hall with the law firm Hale Grey Institute and demands an end to what the firm calls “unlawful raids.”", "Hale Grey Institute"},
		{"Counsel asked Ada Pell whether she had seen the note. “I never did,” she replied.", "Ada Pell"},
		{"Ada Pell denies libel. The barrister, Tom Hall KC, put it to Ms Pell that she had made it up. “I did not,” she replied.", "Ada Pell"},
		{"Harcourt Lyle Ltd issued its claim against Wexcombe Borough Council. In the claim, the firm says it “turned away other work”.", "Harcourt Lyle Ltd"},
	} {
		doc := articleOf(tt.text)
		Facts(doc)
		if n := len(doc.Quotations); n == 0 || doc.Quotations[n-1].Speaker != tt.want {
			t.Errorf("%q\n got %+v\nwant %q", tt.text, doc.Quotations, tt.want)
		}
	}
}
