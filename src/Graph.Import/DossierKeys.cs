using System.Text;
using Graph.Import.Dossiers;
using Graph.Import.Sources;
using Graph.Model.Files;

namespace Graph.Import;

/// <summary>An act of a dossier that has neither a key nor an id of its own: other words make another act of it.</summary>
/// <param name="File">The dossier.</param>
/// <param name="Line">Where the act is written, from 1.</param>
/// <param name="Column">Where, from 1.</param>
/// <param name="Matter">What is alleged.</param>
public sealed record UnkeyedAct(string File, int Line, int Column, string Matter)
{
    /// <summary>The draft, for writing its key.</summary>
    internal Draft? Draft { get; init; }
}

/// <summary>What came of writing keys.</summary>
/// <param name="Keys">Keys written.</param>
/// <param name="Files">Dossiers that they were written into.</param>
/// <param name="Faults">Why others were left as they are, as sentences.</param>
public sealed record KeysReport(int Keys, int Files, IReadOnlyList<string> Faults);

/// <summary>Gives acts keys, so that they stay the same acts when their words are polished.</summary>
public static class DossierKeys
{
    /// <summary>Writes a key into the dossier for each act that a check found to have none; all other bytes of the files stay.</summary>
    /// <param name="report">What the check found.</param>
    public static KeysReport Add(DossierCheckReport report)
    {
        var (keys, files, faults) = (0, 0, new List<string>());
        foreach (var dossier in report.Unkeyed.GroupBy(act => act.File, StringComparer.Ordinal))
        {
            var drafts = dossier.Select(act => act.Draft!).Where(draft => !draft.IsRejected && draft.Id.Length > 0).ToList();
            if (drafts.Count < dossier.Count()) faults.Add(Messages.KeysOfFaulty(dossier.Key, dossier.Count() - drafts.Count));
            if (drafts.Count == 0) continue;
            if (Add(dossier.Key, drafts, [.. report.Keys[dossier.Key]]) is { } fault)
            {
                faults.Add(fault);
                continue;
            }

            (keys, files) = (keys + drafts.Count, files + 1);
        }

        return new(keys, files, faults);
    }

    private static string? Add(string file, List<Draft> drafts, IReadOnlyCollection<string> taken)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            if (TextFile.Decode(bytes).Text is not { } text) return Messages.KeysNotWritten(file);
            var mark = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
            var entries = drafts.Select(draft => new KeyWriter.Entry(draft.Source, draft.Names.FirstOrDefault() ?? draft.Id, draft.Id)).ToList();
            if (KeyWriter.Write(text, entries, taken) is not { } written) return Messages.KeysNotWritten(file);
            Replace(file, [.. bytes.AsSpan(0, mark), .. Encoding.UTF8.GetBytes(written)]);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Messages.KeysNotStored(file, fault.Message);
        }
    }

    // A file that another name leads to stays under both, and keeps its permissions; one that is cut off in the middle is never seen.
    private static void Replace(string path, byte[] bytes)
    {
        var file = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        using var unfinished = new UnfinishedFile(file);
        File.WriteAllBytes(unfinished.Path, bytes);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(unfinished.Path, File.GetUnixFileMode(file));
        unfinished.Keep();
    }
}
