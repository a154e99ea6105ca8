namespace Graph.Import.FollowTheMoney;

/// <summary>What is said of entities and statements.</summary>
internal static class EntityMessages
{
    public static string NotJson() => "This line is not JSON; each line must be one whole entity.";

    public static string NoId() => "The entity has no 'id', so that nothing can refer to it.";

    public static string UnknownSchema(string schema) => schema.Length == 0
        ? "The entity has no 'schema'."
        : $"'{schema}' is no schema of the FollowTheMoney model.";

    public static string NoName(string schema) => $"The {schema} has no name, and none can be given to it.";

    public static string NoReference(string property, string id) => id.Length == 0
        ? $"'{property}' is empty, and what this links cannot be known without it."
        : $"'{property}' is '{id}', and no entity of this run or node of the graph has that id.";

    public static string WrongReference(string property, string id, string schema) =>
        $"'{property}' is '{id}', a {schema}, which cannot stand there.";

    public static string NoQuote() => "The documentation of an accusation has no 'summary', the words that report it.";

    public static string StatementColumns(int found, int expected) =>
        $"The statement has {found} {(found == 1 ? "cell" : "cells")}, and its header names {expected}.";

    public static string NoCanonicalId() => "The statement has no 'canonical_id', so that nobody knows of what it speaks.";

    public static string QuoteNotClosed() => "A quotation mark is not closed; nothing after it was read.";

    public static string ResolverNotFound(string path, string reason) => $"The judgements in '{path}' cannot be read: {reason}";

    public static string NoJudgement() => "A judgement is a list of two ids and the word positive, negative, unsure or no_judgement.";

    public static string JudgedAboutItself(string id) => $"'{id}' is judged about itself; a judgement names two ids.";

    public static string JudgedBy(string user, string? score) => $"judged by {user}{(score is null ? "" : $" with a score of {score}")}";

    public static string NobodyToJudge() =>
        "The ontology has no acts, and so no actors of whom two may be the same: judgements have no place in the graph.";
}
