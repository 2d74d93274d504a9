package format
import ("testing";"time";"os";"path/filepath";"fmt";"context";"os/exec";"strings";"averment/evidence")
func TestZZ(t *testing.T){
 d,_:=DefaultCacheDir()
 p,err:=NewPDF(d); if err!=nil{t.Fatal(err)}
 fs,_:=filepath.Glob("/work/shared/corpus/filings/*.pdf")
 if g:=os.Getenv("ZZ");g!=""{fs,_=filepath.Glob(g)}
 n:=0
 t0:=time.Now()
 var tot time.Duration
 for _,f:=range fs{
  b,_:=os.ReadFile(f)
  t0=time.Now()
  r,err:=readPDF(context.Background(),f,b,Options{PDF:p})
  tot+=time.Since(t0)
  if err!=nil{fmt.Println(f,err);continue}
  n+=len(r.Document.Pages)
  all:=""
  for _,pg:=range r.Document.Pages{all+=pg.Text+"\n"}
  ref,_:=exec.Command("pdftotext",f,"-").Output()
  bad:=0
  for _,pg:=range r.Document.Pages{ if pg.Stamp==nil{bad++}}
  var st evidence.Stamp; if s:=r.Document.Pages[0].Stamp;s!=nil{st=*s}
  fmt.Printf("%s p=%d F1=%.4f title=%q author=%q nostamp=%d stamp=%+v docket=%+v warn=%v marks=%d\n",filepath.Base(f),len(r.Document.Pages),wordF1(all,string(ref)),r.Document.Title,r.Document.Author,bad,st,r.Document.Docket,r.Document.Warnings,len(r.Document.Bookmarks))
  if os.Getenv("ZZ")!=""{ for _,pg:=range r.Document.Pages[:min(len(r.Document.Pages),4)]{fmt.Println("-----",pg.Number,len(pg.Paragraphs)); last:=0
    mark:=map[int]string{}
    for _,fu:=range pg.Furniture{mark[fu.Start]+="{{";mark[fu.End]+="}}"}
    for _,pp:=range pg.Paragraphs{mark[pp]+="¶>"}
    var sb strings.Builder
    for i:=0;i<=len(pg.Text);i++{ if m:=mark[i];m!=""{sb.WriteString(pg.Text[last:i]+m);last=i}}
    sb.WriteString(pg.Text[last:]);fmt.Println(sb.String())}}
 }
 fmt.Println("pages",n,tot, float64(n)/tot.Seconds())
}
