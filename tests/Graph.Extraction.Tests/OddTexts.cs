using System.Diagnostics;
using System.Text;

namespace Graph.Extraction.Tests;

/// <summary>Texts that are no articles, or broken, long, or in another language.</summary>
public sealed class OddTexts
{
    private static readonly ActReader Reader = new();

    [Theory]
    [InlineData("Ana\u2009Ili\u00ADć accused Israel of theft.", "Ana Ilić")]
    [InlineData("An\u200Da\u200B Ilić accused Israel of theft.", "Ana Ilić")]
    [InlineData("Foreign Minister Ana\u00A0 Ilić accused Israel of theft.", "Ana Ilić")]
    [InlineData("Foreign Minister Ana /Ilić  - accused Israel of theft.", null)]
    public void GiveNamesWithoutWhatNobodySees(string text, string? name)
    {
        var accusers = Reader.Read(text).Acts.SelectMany(act => act.Accusers).Select(party => party.Name);
        if (name is not null) Assert.Equal([name], accusers);
    }

    [Fact]
    public void AreNotReadOnAfterACancellation() =>
        Assert.Throws<OperationCanceledException>(() => Reader.Read("Iran accused Israel of theft.", null, null, new CancellationToken(true)));

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n\t ")]
    [InlineData(".")]
    [InlineData("\"")]
    [InlineData("accused")]
    [InlineData("of of of of by by by.")]
    [InlineData("\ud83d accused \ude00 of.")]
    [InlineData("“““ accused ’’’ (((( of )))) —— ,,,, .")]
    [InlineData("’s accused ’s of ’s.")]
    public void GiveNothingAndDoNotFail(string text) => Assert.Empty(Reader.Read(text).Acts);

    [Fact]
    public void InAnotherLanguageAreNamedAndNotRead()
    {
        var german = Reader.Read("Die Regierung in Berlin hat den Vorwurf zurückgewiesen, dass sie von dem Plan gewusst und ihn nicht verhindert habe.");
        Assert.Equal("de", german.Language);
        Assert.Empty(german.Acts);
        Assert.Equal("fr", Reader.Read("Le président a accusé les rebelles de l’attaque et la ville est dans le chaos depuis une semaine, selon une source.").Language);
        Assert.Equal("und", Reader.Read("Россия обвинила Украину в срыве обмена пленными, сообщило агентство в понедельник утром.").Language);
        Assert.Equal("en", Reader.Read("Russia accused Ukraine of breaking the agreement on Monday, the agency said.").Language);
    }

    [Theory]
    [InlineData("vi", "Chính phủ Việt Nam cáo buộc Trung Quốc vi phạm chủ quyền và Bắc Kinh đã bác bỏ cáo buộc này trong một tuyên bố.")]
    [InlineData("cs", "Vláda obvinila Rusko ze sabotáže a Kreml to v prohlášení odmítl, protože se podle něj na ničem takovém nepodílel.")]
    [InlineData("hu", "A kormány szabotázzsal vádolta meg Oroszországot, a Kreml pedig egy nyilatkozatban tagadta, hogy bármi köze lenne a dologhoz.")]
    [InlineData("fi", "Hallitus syytti Venäjää sabotaasista, ja Kreml kiisti syytökset lausunnossa, joka julkaistiin eilen illalla.")]
    [InlineData("hr", "Vlada je optužila Rusiju za sabotažu, a Kremlj je to negirao u saopštenju koje je objavljeno juče uveče u medijima.")]
    [InlineData("az", "Hökumət Rusiyanı təxribatda ittiham etdi və Kreml bu ittihamı dünən yayılan bəyanatda rədd etdi, lakin müxalifət cavab verdi.")]
    [InlineData("en", "Ursula von der Leyen accused Viktor Orbán of betraying Ukraine; von der Leyen also blamed Robert Fico.")]
    [InlineData("en", "Cristina Fernández de Kirchner accuses Milei’s government of persecution, and Luís do Rosário denies it.")]
    public void InASentenceShowTheirLanguage(string language, string text) => Assert.Equal(language, Reader.Read(text).Language);

    [Fact]
    public void AsListsOfHeadlinesReportNothing() => Assert.Empty(Reader.Read("Iran accuses Israel of sabotage\nN. Korea slams S. Korea for joint drill\nMinister blames storm for blackout\n").Acts);

    [Fact]
    public void BrokenIntoLinesAreReadAsOne()
    {
        var read = Reader.Read("The government of Ethiopia, in a statement that it published on\nTuesday, accused Egypt of\nobstructing the talks on the dam.\n");
        Assert.Equal("Ethiopia", Assert.Single(Assert.Single(read.Acts).Accusers).Name);
    }

    [Fact]
    public void OfMegabytesAreReadInTime()
    {
        var sentence = "Iran accused Israel of sabotage, and the minister, who spoke in Tehran, said that “nothing” was lost. ";
        var text = new StringBuilder().Insert(0, sentence, 4_000).ToString();
        var watch = Stopwatch.StartNew();
        Assert.Equal(4_000, Reader.Read(text).Acts.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"400 kB took {watch.Elapsed}.");
    }

    [Fact]
    public void WithoutAnEndAreReadInTime()
    {
        var watch = Stopwatch.StartNew();
        Reader.Read(string.Concat(Enumerable.Repeat("the minister, who said that ", 4_000)));
        Reader.Read(new string('"', 50_000));
        Reader.Read(string.Concat(Enumerable.Repeat("Iran and ", 10_000)) + "accused Israel.");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}.");
    }
}
