namespace Graph.Api.Tests.RootFields;

/// <summary>Acts of another domain: Ann gives Bo a part, who refuses it and takes one himself.</summary>
internal static class Castings
{
    public const string Records = """
        {"type":"node","id":"ann","labels":["Artist","Maker"],"properties":{"id":"ann","name":"Ann","born":"1950-02-28"}}
        {"type":"node","id":"bo","labels":["Artist","Maker"],"properties":{"id":"bo","name":"Bo"}}
        {"type":"node","id":"c1","labels":["Casting"],"properties":{"id":"c1","day":"2001-05-06","outcome":"GIVEN"}}
        {"type":"node","id":"c2","labels":["Casting"],"properties":{"id":"c2","day":"2001-05-08","outcome":"REFUSED"}}
        {"type":"node","id":"c3","labels":["Casting"],"properties":{"id":"c3","outcome":"GIVEN"}}
        {"type":"relationship","id":"1","label":"DECIDED","start":{"id":"ann","labels":["Artist","Maker"]},"end":{"id":"c1","labels":["Casting"]},"properties":{}}
        {"type":"relationship","id":"2","label":"CONCERNS","start":{"id":"c1","labels":["Casting"]},"end":{"id":"bo","labels":["Artist","Maker"]},"properties":{}}
        {"type":"relationship","id":"3","label":"DECIDED","start":{"id":"bo","labels":["Artist","Maker"]},"end":{"id":"c2","labels":["Casting"]},"properties":{}}
        {"type":"relationship","id":"4","label":"FOLLOWS_CASTING","start":{"id":"c2","labels":["Casting"]},"end":{"id":"c1","labels":["Casting"]},"properties":{}}
        {"type":"relationship","id":"5","label":"DECIDED","start":{"id":"bo","labels":["Artist","Maker"]},"end":{"id":"c3","labels":["Casting"]},"properties":{}}
        {"type":"relationship","id":"6","label":"CONCERNS","start":{"id":"c3","labels":["Casting"]},"end":{"id":"bo","labels":["Artist","Maker"]},"properties":{}}
        """;
}
