using System.Text;
using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Tests.Statements;

public sealed class CompiledQueries
{
    public static TheoryData<string> Named => [.. Questions.Titles];

    [Theory]
    [MemberData(nameof(Named))]
    public void CompilesToTheApprovedStatement(string name)
    {
        var (query, values) = Questions.Ask(name);
        var compiled = new QueryCompiler(Ontology.Shipped).Compile(PreparedQuery.Of(query));
        var text = new StringBuilder();
        foreach (var binding in compiled.Bindings)
        {
            var form = binding.Form == BindingForm.Plain ? "" : $" ({binding.Form})";
            text.Append($"// ${binding.Name}{form}: {JsonSerializer.Serialize(values[binding.Parameter.Index])}\n");
        }

        Approved.Match($"{name}.cypher", text.Append(compiled.Statement).Append('\n').ToString());
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void HoldsNoValueOfTheRequest(string name)
    {
        var (query, values) = Questions.Ask(name);
        var statement = new QueryCompiler(Ontology.Shipped).Compile(PreparedQuery.Of(query)).Statement;
        foreach (var text in values.OfType<string>().Where(text => text.Length > 3)) Assert.DoesNotContain(text, statement.Replace("_", " "));
    }

    [Fact]
    public void IsTheSameTextForOtherValues()
    {
        var compiler = new QueryCompiler(Ontology.Shipped);
        Assert.Equal(
            compiler.Compile(PreparedQuery.Of(Questions.Ask("dossier").Query)).Statement,
            compiler.Compile(PreparedQuery.Of(Questions.Ask("dossier").Query)).Statement);
    }

    [Fact]
    public void EscapesNamesThatAreNotPlain()
    {
        Assert.Equal("Person", Identifiers.Escape("Person"));
        Assert.Equal("`has``tick`", Identifiers.Escape("has`tick"));
        Assert.Equal("`two words`", Identifiers.Escape("two words"));
    }
}
