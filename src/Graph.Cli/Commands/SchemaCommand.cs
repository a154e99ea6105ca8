using System.CommandLine;
using Graph.Api.Sdl;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Import.Dossiers;

namespace Graph.Cli.Commands;

/// <summary><c>graph schema</c>.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var ontology = SharedOptions.Ontology();
        var dossier = new Option<bool>("--dossier") { Description = "Print the JSON Schema of dossiers instead, for editors" };
        var federation = new Option<bool>("--federation") { Description = "Print it as gateways of Apollo Federation read it, with keys marked" };
        var command = new Command("schema", "Print the API's GraphQL schema (SDL).") { dossier, federation, ontology };
        command.Run(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(dossier))
            {
                await Terminal.Exact.WriteAsync(DossierSchema.Text.AsMemory(), cancellationToken);
                return ExitCode.Done;
            }

            var domain = SharedOptions.OntologyOf(parsed, ontology);
            var schema = parsed.GetValue(federation) ? SchemaText.OfSubgraph(domain) : SchemaText.Of(domain);
            if (schema.Conflicts.Count > 0) throw new UsageException(string.Join('\n', schema.Conflicts));
            await Terminal.Exact.WriteAsync(schema.Text.AsMemory(), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
