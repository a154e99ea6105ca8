using Graph.Model.Text;

namespace Graph.Model.Tests;

/// <summary>Spellings of one name meet in a key, whatever the script; other names do not.</summary>
public sealed class KeysOfSpellings
{
    [Theory]
    [InlineData("Лавров Lavrov Lawrow")]
    [InlineData("Сергей Sergey Sergei Serghei Sergej")]
    [InlineData("Зеленський Zelensky Zelenskiy Zelenskyy Zelenskij Zelenskyi ZELENSKY")]
    [InlineData("Умєров Umerov Umierov Umjerov Umyerov")]
    [InlineData("Türkiye Turkiye TÜRKİYE")]
    [InlineData("Çırağan Ciragan ciragan")]
    [InlineData("İstanbul Istanbul istanbul ISTANBUL")]
    [InlineData("Мединский Medinsky Medinskiy Medinskij")]
    [InlineData("Кулеба Kuleba")]
    [InlineData("Єрмак Yermak Ermak Iermak Jermak")]
    [InlineData("Лукашэнка Лукашенко Lukashenka Lukashenko Łukaszenka Lukašenko")]
    [InlineData("Горбачёв Горбачев Gorbachev Gorbachyov Gorbačev")]
    [InlineData("Харків Kharkiv Harkiv")]
    [InlineData("Харьков Kharkov")]
    [InlineData("Łukasz Lukasz")]
    [InlineData("Đoković Djokovic Dokovic Ђоковић")]
    [InlineData("Erdoğan Erdogan")]
    [InlineData("Милошевић Milošević Milosevic Miloshevich")]
    [InlineData("Луганськ Luhansk Lugansk")]
    [InlineData("Запоріжжя Zaporizhzhia Zaporizhzhya Zaporizhia")]
    [InlineData("Шойгу Shoigu Shoygu Schoigu")]
    [InlineData("Медведев Medvedev Medwedew")]
    [InlineData("Шмигаль Shmyhal")]
    [InlineData("Сибіга Sybiha")]
    [InlineData("Сирський Syrskyi Syrsky")]
    [InlineData("Юлия Yulia Yuliya Julia Iulia")]
    [InlineData("Київ Kyiv Kyyiv")]
    [InlineData("Кличко Klitschko Klichko Klychko")]
    [InlineData("Романов Romanov Romanoff")]
    [InlineData("Müller Mueller Muller")]
    [InlineData("Слов'янськ Слов’янськ Slovyansk Sloviansk")]
    [InlineData("محمد mhmd")]
    public void SpellingsOfAName(string spellings)
    {
        var forms = spellings.Split(' ').Select(word => (word, Forms: WordForms.Of(word))).ToList();
        foreach (var (word, one) in forms)
            foreach (var (other, found) in forms)
                Assert.True(one.Keys.Intersect(found.Keys).Any() || SharesAWay(one, found, forms.Select(form => form.Forms)), $"{word} does not meet {other}");
    }

    [Theory]
    [InlineData("Зеленський Zelenskyy Selenskyj Selenski Selenskij")]
    [InlineData("Захарова Zakharova Sacharowa Zacharowa Zacharova Zaharova")]
    [InlineData("Кузнецов Kuznetsov Kusnezow Kouznetsov")]
    [InlineData("Резников Reznikov Resnikow")]
    [InlineData("Михаил Mikhail Michail")]
    [InlineData("Путин Putin Poutine")]
    [InlineData("Лукашенко Lukashenko Loukashenko Lukaschenko")]
    [InlineData("Донецк Donetsk Donezk")]
    public void SpellingsOfANameInOtherLanguagesMeetLoosely(string spellings)
    {
        var loose = spellings.Split(' ').Select(word => WordForms.Of(word).Loose).Distinct();
        Assert.NotNull(Assert.Single(loose));
    }

    [Theory]
    [InlineData("tsar")]
    [InlineData("Zoe")]
    [InlineData("习")]
    [InlineData("12")]
    [InlineData("actor")]
    public void ShortWordsAndThoseThatAreWrittenInOneWayHaveNoLooseKey(string word) => Assert.Null(WordForms.Of(word).Loose);

    [Theory]
    [InlineData("nego\u00ADtiations", "negotiations")]
    [InlineData("La\u200Dvr\uFEFFov", "lavrov")]
    [InlineData("\u200Flav\u202Arov\u200F", "lavrov")]
    public void SignsThatNobodySeesPartNoWord(string text, string exact)
    {
        var place = Assert.Single(WordBreaks.Of(text));
        Assert.Equal(exact, WordForms.Of(text.AsSpan(place.Start..place.End)).Exact);
    }

    [Theory]
    [InlineData("កម្ពុ\u200Bជា")]
    [InlineData("می\u200Cخواهد")]
    public void WhereOthersWriteASpaceWordsPart(string text) => Assert.True(WordBreaks.Of(text).Count > 1);

    // š is s to some and sh to others: the two Latin spellings meet only in the name itself.
    private static bool SharesAWay(WordForms one, WordForms other, IEnumerable<WordForms> all) =>
        all.Any(between => between.Keys.Count > 1 && between.Keys.Intersect(one.Keys).Any() && between.Keys.Intersect(other.Keys).Any());

    [Theory]
    [InlineData("Kharkiv", "Kharkov")]
    [InlineData("Lavrov", "Labrov")]
    [InlineData("Turkey", "Türkiye")]
    [InlineData("Ukraine", "Ukrainian")]
    [InlineData("talks", "tanks")]
    [InlineData("习", "席梦")]
    public void OtherWordsStayApart(string one, string other) => Assert.Empty(WordForms.Of(one).Keys.Intersect(WordForms.Of(other).Keys));

    [Theory]
    [InlineData("Russia's O'Brien, al-Assad", "Russia|s|O'Brien|al|Assad")]
    [InlineData("习近平 met 張", "习|近|平|met|張")]
    [InlineData("a1 2,5 ①", "a1|2|5|①")]
    [InlineData("e\u0301te\u0301 😀 \u0000x", "e\u0301te\u0301|x")]
    [InlineData("'' - \" \ud83d", "")]
    [InlineData("สวัสดี", "ส|วั|ส|ดี")]
    public void Words(string text, string words) =>
        Assert.Equal(words, string.Join('|', WordBreaks.Of(text).Select(place => text[place.Start..place.End])));

    [Theory]
    [InlineData("Lavrov")]
    [InlineData("Kharkiv")]
    [InlineData("Yermak")]
    [InlineData("Харків")]
    [InlineData("Szczecin")]
    public void WhatIsTypedLetterByLetterFindsTheWordAtEveryLetter(string word)
    {
        var keys = WordForms.Of(word).Keys;
        for (var length = 1; length <= word.Length; length++)
            Assert.Contains(WordForms.Of(word.AsSpan(0, length)).Keys, typed => keys.Any(key => key.StartsWith(typed, StringComparison.Ordinal)));
    }

    [Fact]
    public void ALongWordIsCut() => Assert.Equal(WordForms.MaxLength, WordForms.Of(new string('a', 10_000)).Exact.Length);
}
