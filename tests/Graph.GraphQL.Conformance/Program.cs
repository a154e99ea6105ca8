using System.Text;
using Graph.GraphQL.Conformance;

// Speaks the protocol of README.md: one case a line in, one answer a line out, written before the next line is read.
// The work is done on a thread with a deep stack, so that documents nested as deep as the raised limits allow can be answered.
const int stackBytes = 256 * 1024 * 1024;

#pragma warning disable RS0030 // This program is its own console: the protocol is standard input and output.
using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
using var output = Console.OpenStandardOutput();
#pragma warning restore RS0030

var conversation = new Thread(() =>
{
    var answers = new Answers();
    while (input.ReadLine() is { } line)
    {
        if (line.Length == 0) continue;
        output.Write(Encoding.UTF8.GetBytes(answers.ToLine(line) + "\n"));
        output.Flush();
    }
}, stackBytes);
conversation.Start();
conversation.Join();
