namespace Graph.GraphQL.AspNetCore.Tests;

public sealed class AuditOfHttp
{
    [NodeFact("audit", "graphql-http")]
    public async Task TheAuditOfGraphqlHttpPassesWhole()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal("61 of 61", NodeFactAttribute.Run("audit", "node", "audit.mjs", server.Url).Output.Trim());
    }
}
