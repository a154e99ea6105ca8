using Graph.GraphQL.Planning;

namespace Graph.GraphQL.Execution;

/// <summary>
/// What an operation was, and what its fields waited for, for the log of whoever serves it: names of the schema, figures, and what fields tell
/// of themselves; never a value of the request. Safe for any number of threads.
/// </summary>
public sealed class OperationRecord
{
    private readonly Lock gate = new();
    private readonly List<OperationStep> slowest = [];
    private readonly List<OperationPlan> plans = [];

    /// <summary>The root fields that were selected, as the schema names them, each once; none before the operation was planned.</summary>
    public IReadOnlyList<string> RootFields
    {
        get
        {
            lock (gate) return [.. plans.SelectMany(plan => plan.RootFields).Select(root => root.Definition.Name).Distinct(StringComparer.Ordinal)];
        }
    }

    /// <summary>
    /// What it may cost (<see cref="RequestLimits.MaxCost"/>); 0 before it was planned. Where several operations are taken down in one record, what
    /// they may cost together.
    /// </summary>
    public double Cost { get; private set; }

    /// <summary>How many steps there were.</summary>
    public int Count { get; private set; }

    /// <summary>How long all steps waited for their turn, those side by side added up.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>How long all steps worked, those side by side added up.</summary>
    public TimeSpan Worked { get; private set; }

    /// <summary>Rows that all steps gave.</summary>
    public long Rows { get; private set; }

    /// <summary>How many of its steps are kept one by one.</summary>
    public int Recorded { get; init; } = FixedLimits.RecordedSteps;

    /// <summary>The steps that worked longest, the longest first.</summary>
    public IReadOnlyList<OperationStep> Slowest
    {
        get
        {
            lock (gate) return [.. slowest.OrderByDescending(step => step.Worked)];
        }
    }

    /// <summary>Takes down a step.</summary>
    public void Add(OperationStep step)
    {
        lock (gate)
        {
            Count++;
            Waited += step.Waited;
            Worked += step.Worked;
            Rows += step.Rows;
            if (slowest.Count < Recorded)
            {
                slowest.Add(step);
                return;
            }

            var fastest = slowest.MinBy(one => one.Worked);
            if (fastest.Worked < step.Worked) slowest[slowest.IndexOf(fastest)] = step;
        }
    }

    internal void Plan(OperationPlan planned, double cost)
    {
        lock (gate)
        {
            plans.Add(planned);
            Cost += cost;
        }
    }
}

/// <summary>Something that a field waited for, such as a statement of a database.</summary>
/// <param name="What">What it was; holds no value of a request.</param>
/// <param name="Waited">How long it waited for its turn.</param>
/// <param name="Worked">How long it took from then on.</param>
/// <param name="Rows">How many rows it gave.</param>
public readonly record struct OperationStep(string What, TimeSpan Waited, TimeSpan Worked, long Rows);
