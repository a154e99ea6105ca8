namespace Graph.Extraction.Rules;

/// <summary>Why a word that looks as if it reported an act reports none.</summary>
internal enum Guard
{
    /// <summary>It says that something was not done.</summary>
    Negated,

    /// <summary>It says what may be, or is intended.</summary>
    Hypothetical,

    /// <summary>It asks.</summary>
    Question,

    /// <summary>It speaks of a suspect or defendant.</summary>
    Court,

    /// <summary>The word means something else.</summary>
    OtherSense,

    /// <summary>Nobody acts, or nobody is the aim.</summary>
    NoParty,

    /// <summary>What is denied is a request.</summary>
    DenyRequest,

    /// <summary>What is denied is a report.</summary>
    DenyReport,

    /// <summary>It is no running text.</summary>
    Headline,

    /// <summary>Somebody tells what somebody else once said.</summary>
    QuoteAboutPast,
}
