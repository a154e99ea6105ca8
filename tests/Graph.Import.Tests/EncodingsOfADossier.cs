using System.Text;
using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>What a researcher is told of a dossier's file and of the texts beside it, word for word.</summary>
public sealed class EncodingsOfADossier : DossierChecks
{
    [Fact]
    public Task HalfOfASurrogatePairIsNotTakenForLatin1() => Told(
        [.. "documents:\n  - title: "u8, 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80],
        "dossier.yaml:2:12: The file is not UTF-8: bytes 0xED 0xA0 0xBD are half of a surrogate pair, as CESU-8 writes it; save it as UTF-8.");

    [Fact]
    public Task Latin1() => Told(
        Encoding.Latin1.GetBytes("actors:\n  - person: Türkiye\n"),
        "dossier.yaml:2:14: The file is not UTF-8: byte 0xFC does not belong here. It looks like Latin-1 or Windows-1252; save it as UTF-8.");

    [Fact]
    public Task Utf16() => Told(
        Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("actors: []")).ToArray(),
        "dossier.yaml:1:1: The file is UTF-16; save it as UTF-8.");

    [Fact]
    public Task AByteOrderMarkIsFine() => Told("\uFEFF" + Sound, "");

    [Fact]
    public Task Huge() => Told(
        Encoding.UTF8.GetBytes(new string('#', Sources.TextFile.MaxBytes + 1)),
        "dossier.yaml: The file has 16,777,217 bytes, more than the 16,777,216 that are read whole; split it into several files of one folder.");

    [Fact]
    public Task AMissingText() =>
        Told(Sound.Replace("report.txt", "reports.txt"), "dossier.yaml:9:11: The text 'reports.txt' does not exist; did you mean 'report.txt'?");

    [Theory]
    [InlineData("/etc/hostname")]
    [InlineData("../report.txt")]
    [InlineData("texts/../../report.txt")]
    [InlineData("..\\report.txt")]
    [InlineData("C:\\texts\\report.txt")]
    [InlineData("\\\\server\\report.txt")]
    public Task APathOutOfTheFolder(string path) => Told(
        Sound.Replace("report.txt", path),
        $"dossier.yaml:9:11: The text '{path}' lies outside the dossier's folder; put it beside the dossier and give its path from there.");

    [Fact]
    public Task ALinkOutOfTheFolder()
    {
        File.CreateSymbolicLink(Path.Combine(Root, "link.txt"), "/etc/hostname");
        return Told(
            Sound.Replace("report.txt", "link.txt"),
            "dossier.yaml:9:11: The text 'link.txt' lies outside the dossier's folder; put it beside the dossier and give its path from there.");
    }

    [Fact]
    public Task AFolderLinkedOutOfTheFolder()
    {
        Directory.CreateSymbolicLink(Path.Combine(Root, "texts"), "/etc");
        return Told(
            Sound.Replace("report.txt", "texts/hostname"),
            "dossier.yaml:9:11: The text 'texts/hostname' lies outside the dossier's folder; put it beside the dossier and give its path from there.");
    }

    [Fact]
    public Task ATextInLatin1()
    {
        Write("latin.txt", Encoding.Latin1.GetBytes("In\nTürkiye"));
        return Told(
            Sound.Replace("report.txt", "latin.txt"),
            "dossier.yaml:9:11: The text 'latin.txt' cannot be used, at its line 2, column 2: The file is not UTF-8: byte 0xFC does not belong here. It looks like Latin-1 or Windows-1252; save it as UTF-8.");
    }

    [Fact]
    public Task ATextThatChanged() => Told(
        Sound + "    textHash: 0123\n",
        "dossier.yaml:10:15: The text 'report.txt' is not the one that 'textHash' names: its hash is d6af96c51f72b2cd659e527173bc0bd1eb2cbb0cd405e015e3ee83c16db59046. Check the quotes, then write the new hash or leave it out.");

    [Fact]
    public Task ABackslashSeparatesFolders()
    {
        Write("texts/report.txt", "He said “it is a show”.\n");
        return Told(Sound.Replace("report.txt", "texts\\report.txt") + Accusation + "    evidence: [{ document: report, quote: it is a show }]", "");
    }
}
