using System.Globalization;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.Planning;

/// <summary>A planner of people that takes down what it is asked, and a schema in which it plans.</summary>
internal sealed class RecordedPlans : IFieldPlanner
{
    public const string Sdl = """
        type Query { people(where: Where, ids: [ID!], sort: [Sort!], limit: Int! = 10, all: Boolean): [Person!]!  fails: Int  failsHard: Int!  other: String }
        type Person { id: ID! name: String friend(limit: Int): Person pet: Pet }
        union Pet = Dog | Cat
        type Dog { id: ID! bark: String }
        type Cat { id: ID! meow: String }
        input Where { name: String, age: Int, AND: [Where!], sorted: Direction = UP, tags: [String] }
        input Sort { by: Direction, name: String }
        enum Direction { UP DOWN }
        """;

    public int Plans { get; private set; }

    public List<string> Runs { get; } = [];

    public List<string> Selections { get; } = [];

    public string? Refuse { get; set; }

    public PlannedField? Last { get; private set; }

    public TaskCompletionSource? Gate { get; set; }

    public TaskCompletionSource BothStarted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RequestExecutor Executor() => Answers.Executor(Sdl, new()
    {
        StructuralEnums = new HashSet<string> { "Direction" },
        Planners = new Dictionary<(string, string), IFieldPlanner>
        {
            [("Query", "people")] = this,
            [("Query", "fails")] = new FailingPlan(new GraphQLException("No store.")),
            [("Query", "failsHard")] = new FailingPlan(new InvalidOperationException("secret")),
        },
    });

    public IFieldPlan Plan(PlannedField field, CancellationToken cancellationToken)
    {
        if (Refuse is not null) throw new GraphQLException(Refuse);
        Last = field;
        Plans++;
        Selections.Add(Print((ObjectType)field.Definition.Type.Named, field));
        return new Recorded(this, field.Arguments);
    }

    private static string Print(
        ObjectType type,
        PlannedField field) => string.Join(' ', field.Select(type).Select(child => child.Definition.Type.Named switch
    {
        ObjectType below => $"{child.ResponseKey}{{{Print(below, child)}}}",
        UnionType union => $"{child.ResponseKey}{{{string.Join("; ", union.Members.Select(member => $"{member}: {Print(member, child)}"))}}}",
        _ => child.ResponseKey,
    }));

    private sealed class Recorded(RecordedPlans recorder, PlannedObject arguments) : IFieldPlan
    {
        public long Bytes => 100;

        private int running;

        public async ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken)
        {
            lock (recorder.Runs)
                recorder.Runs.Add(string.Join(',', arguments.Fields.Select(field => $"{field.Key}={Show(field.Value, execution.Variables)}")));
            if (recorder.Gate is { } gate)
            {
                if (Interlocked.Increment(ref running) == 1 && execution.Path[0] is "b") recorder.BothStarted.SetResult();
                await gate.Task;
            }

            execution.Output.WriteRaw("[\"planned\"]"u8);
        }
    }

    private static string Show(PlannedValue value, CoercedVariables variables) => value switch
    {
        PlannedNull => "null",
        PlannedObject fields => $"{{{string.Join(',', fields.Fields.Select(field => $"{field.Key}={Show(field.Value, variables)}"))}}}",
        PlannedList list => $"[{string.Join(',', list.Items.Select(item => Show(item, variables)))}]",
        PlannedLeaf leaf => Show(leaf.Source.Resolve(variables)) + (leaf.Source.TryGetConstant(out _) ? "!" : ""),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Show(object? value) => value is IReadOnlyList<object?> items
        ? $"({string.Join(',', items.Select(Show))})"
        : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
