using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Generators.Snippets;
using FetchHive.Tool.Declaring;
using FetchHive.Tool.Snippets;
using FetchHive.Tool.Terminals;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Tool.Commands;

/// <summary><c>fetchhive declare</c>: the C# declaration of a deployment.</summary>
internal sealed class DeclareCommand : ToolCommand
{
    private readonly Argument<string> _snippet = SharedArguments.Snippet();

    private readonly Option<string?> _name = new("--interface")
    {
        Description = "The interface's name. Default: the deployment's, such as IResearchBrief.",
        HelpName = "name",
    };

    private readonly Option<string?> _namespace = new("--namespace") { Description = "The namespace. Default: none.", HelpName = "name" };

    private readonly Option<string?> _variant = new("--variant")
    {
        Description = "The variant, one that the snippet stands for. Default: the snippet's own.",
        HelpName = "name",
    };

    private readonly Option<bool> _isInternal = new("--internal") { Description = "Declare internal types, not public ones." };

    public DeclareCommand(Terminal terminal, Interruption interruption)
        : base("declare", "Print the C# declaration of a deployment, from its snippet and the samples beside it.", terminal, interruption)
    {
        Add(_snippet);
        Add(_name);
        Add(_namespace);
        Add(_variant);
        Add(_isInternal);
        Require(_name, text => SyntaxFacts.IsValidIdentifier(text), "isn't a valid name for an interface");
        Require(_namespace, text => text.Split('.').All(SyntaxFacts.IsValidIdentifier), "isn't a valid name for a namespace");
    }

    protected override Task<int> ExecuteAsync(ParseResult parsed, Terminal terminal)
    {
        SnippetOnDisk snippet = SnippetLoader.Load(parsed.GetRequiredValue(_snippet), parsed.GetValue(_variant), terminal);
        List<OutputSample> outputs = SnippetLoader.LoadOutputs(snippet, terminal);
        string declaration = DeclarationFile.Write(
            snippet, outputs, parsed.GetValue(_name), parsed.GetValue(_namespace), parsed.GetValue(_isInternal));
        if (terminal.IsJson)
        {
            terminal.WriteJson(new JsonObject
            {
                ["deployment"] = snippet.Deployment,
                ["variant"] = snippet.Variant,
                ["declaration"] = declaration,
            });
        }
        else
        {
            terminal.Out.Write(declaration);
        }

        return Task.FromResult(ExitCodes.Done);
    }

    private void Require(Option<string?> option, System.Func<string, bool> isValid, string complaint) => Validators.Add(result =>
    {
        if (result.GetValue(option) is { } text && !isValid(text))
        {
            result.AddError($"{option.Name}: '{text}' {complaint}.");
        }
    });
}
