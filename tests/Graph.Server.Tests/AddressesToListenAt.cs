using System.Net;
using System.Net.Sockets;
using Graph.Model.Ontologies;
using Graph.Server.Access;

namespace Graph.Server.Tests;

/// <summary>Where a server cannot listen is told in a sentence before anything is begun.</summary>
public sealed class AddressesToListenAt
{
    [Theory]
    [InlineData("nonsense", "--urls takes addresses such as http://127.0.0.1:5080, not \"nonsense\".")]
    [InlineData(" ; ", "--urls takes addresses such as http://127.0.0.1:5080, not \" ; \".")]
    [InlineData("ftp://127.0.0.1:1", "--urls takes addresses such as http://127.0.0.1:5080, not \"ftp://127.0.0.1:1\".")]
    [InlineData("http://127.0.0.1:0;http://127.0.0.1:65536", "--urls has \"http://127.0.0.1:65536\": there is no port 65536. Ports go from 1 to 65535; 0 takes any that is free.")]
    [InlineData("https://127.0.0.1:0", "--urls has \"https://127.0.0.1:0\", and nothing says with which certificate. Name it with --certificate, or write http and put a proxy with one before it.")]
    [InlineData("http://127.0.0.1:0/graph", "--urls has \"http://127.0.0.1:0/graph\", an address with a path. Leave the path out, and give it as --path-base /graph.")]
    [InlineData("http://no.such.example:0", "--urls has \"http://no.such.example:0\": no.such.example is no address of this machine. Write one, such as 127.0.0.1, or localhost, or * for all of them.")]
    [InlineData("http://127.0.0.1:port", "--urls has \"http://127.0.0.1:port\": 127.0.0.1:port is no address of this machine. Write one, such as 127.0.0.1, or localhost, or * for all of them.")]
    [InlineData("http://localhost:0", "--urls has \"http://localhost:0\": localhost is two addresses, which cannot share a port that is chosen for them. Write http://127.0.0.1:0.")]
    public void WhatIsNoAddressIsWrongUsage(string urls, string expected)
    {
        var fault = Assert.Throws<CannotListenException>(() => Demand(urls));
        Assert.Equal((expected, true), (fault.Message, fault.IsWrongUsage));
    }

    [Fact]
    public void WhatThisMachineDoesNotGiveIsNot()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        foreach (var host in (string[])["127.0.0.1", "localhost"])
        {
            Assert.Equal(
                $"Cannot listen at http://{host}:{port}: another program listens there already. End it, or choose another port with --urls.",
                Refused($"http://127.0.0.1:0;http://{host}:{port}"));
        }

        // Of the documentation's own: no machine has it (RFC 5737).
        Assert.Equal(
            "Cannot listen at http://192.0.2.1:5080: this machine does not have that address. Choose one that it has with --urls, or http://*:PORT for all of them.",
            Refused("http://192.0.2.1:5080"));

        static string Refused(string urls)
        {
            var fault = Assert.Throws<CannotListenException>(() => Demand(urls));
            Assert.False(fault.IsWrongUsage);
            return fault.Message;
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://*:0; http://+:0;")]
    [InlineData("http://0.0.0.0:0/")]
    [InlineData("HTTP://[::]:0")]
    public void WhatCanBeHadIsLetGoAgain(string urls)
    {
        Demand(urls);
        Demand(urls);
    }

    private static void Demand(string urls) => GraphServer.Demand(Ontology.Shipped, new() { Urls = urls, Access = new() { IsOpen = true } });
}
