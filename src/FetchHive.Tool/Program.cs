using System;
using System.Text;
using System.Threading.Tasks;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool;

internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        // Windows would use its own code page for files and pipes.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using Interruption interruption = Interruption.OfProcess();
        return await CommandLine.RunAsync(arguments, Terminal.OfProcess(), interruption).ConfigureAwait(false);
    }
}
