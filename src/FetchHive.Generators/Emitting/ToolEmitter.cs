using System.Collections.Generic;
using System.Text;

using FetchHive.Generators.Model;
using FetchHive.Generators.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>
/// Writes the tools. Each has a class inside the implementation, beside the readers and writers, and an extension method that creates it.
/// </summary>
internal sealed class ToolEmitter
{
    private readonly SourceWriter _output;
    private readonly ContractModel _contract;
    private readonly ClientNames _names;
    private readonly ValueEmitter _values;

    public ToolEmitter(SourceWriter output, ContractModel contract, ClientNames names)
    {
        _output = output;
        _contract = contract;
        _names = names;
        _values = new ValueEmitter(output, contract, names);
    }

    public static bool HasTools(ContractModel contract)
    {
        foreach (MethodModel method in contract.Methods)
        {
            if (method.Tool is not null)
            {
                return true;
            }
        }

        return false;
    }

    public void Emit()
    {
        foreach (MethodModel method in _contract.Methods)
        {
            if (method.Tool is { } tool)
            {
                _output.Line();
                WriteClass(method, tool);
            }
        }
    }

    public static void EmitFactories(SourceWriter writer, ContractModel contract, bool isFirst)
    {
        foreach (MethodModel method in contract.Methods)
        {
            if (method.Tool is not { } tool)
            {
                continue;
            }

            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            WriteFactory(writer, contract, method, tool);
        }
    }

    private static void WriteFactory(SourceWriter writer, ContractModel contract, MethodModel method, ToolModel tool)
    {
        Identifiers names = new();
        StringBuilder parameters = new();
        StringBuilder arguments = new();
        foreach (ParameterModel parameter in method.Parameters)
        {
            names.Take(parameter.Name);
        }

        string deployment = names.Unique("deployment");
        writer.Line($"/// <summary>Creates the tool {Docs.Code(tool.Name)}, with which an agent calls {Docs.Code(method.Name)}.</summary>");
        writer.Line($"/// <param name=\"{deployment}\">The client that the tool calls.</param>");
        for (int i = 0; i < method.Parameters.Length; i++)
        {
            ParameterModel parameter = method.Parameters[i];
            if (IsOfApplication(parameter))
            {
                writer.Line($"/// <param name=\"{parameter.ClrName}\">Sent with every call of the tool. The agent doesn't see it.</param>");
                string absent = tool.Parameters[i].Default;
                parameters.Append(", ").Append(parameter.TypeName).Append(' ').Append(parameter.Name);
                parameters.Append(absent.Length == 0 ? "" : " = ").Append(absent);
                arguments.Append(", ").Append(parameter.Name);
            }
        }

        writer.Line(
            "/// <returns>The tool. If a call fails, its result tells the agent why, and whether a run may have started.</returns>");
        string obsolete = method.Obsolete.Length > 0 ? method.Obsolete : contract.Obsolete;
        if (obsolete.Length > 0)
        {
            writer.Line(obsolete);
        }

        foreach (string requirement in method.Requirements)
        {
            writer.Line(requirement);
        }

        using (writer.Open(
            $"public static {Known.AIFunction} Create{tool.ClassName}(this {contract.FullName} {deployment}{parameters.ToString()})"))
        {
            writer.Line(contract.IsComplete
                ? $"return new {ClientEmitter.FullNameOf(contract)}.{tool.ClassName}({deployment}{arguments.ToString()});"
                : ContractEmitter.ThrowingBody(contract) + ";");
        }
    }

    private void WriteClass(MethodModel method, ToolModel tool)
    {
        using (_output.Open($"internal sealed class {tool.ClassName} : {Known.AIFunction}"))
        {
            _output.Line($"private static readonly {Known.JsonElement} _schema = {Known.ToolSchema}.Parse({Literals.Text(tool.Schema)});");
            _output.Line();
            WriteConstructor(method, tool);
            _output.Line();
            _output.Line($"public override string Name => {Literals.Text(tool.Name)};");
            _output.Line();
            _output.Line($"public override string Description => {Literals.Text(tool.Description)};");
            _output.Line();
            _output.Line($"public override {Known.JsonElement} JsonSchema => _schema;");
            _output.Line();
            WriteInvocation(method, tool);
            if (tool.ResultType >= 0)
            {
                _output.Line();
                using (_output.Open(
                    $"private static void {ClientNames.WriteOutput}({Known.RequestWriter} writer, {method.OutputTypeName} value)"))
                {
                    _values.Write("writer", tool.ResultType, name: null, "value", "present");
                }
            }
        }
    }

    private void WriteConstructor(MethodModel method, ToolModel tool)
    {
        _output.Line($"private readonly {_contract.FullName} _deployment;");
        StringBuilder parameters = new();
        List<string> fields = [];
        for (int i = 0; i < method.Parameters.Length; i++)
        {
            if (IsOfApplication(method.Parameters[i]))
            {
                string name = ValueOf(i);
                _output.Line($"private readonly {method.Parameters[i].TypeName} _{name};");
                parameters.Append(", ").Append(method.Parameters[i].TypeName).Append(' ').Append(name);
                fields.Add(name);
            }
        }

        _output.Line();
        using (_output.Open($"internal {tool.ClassName}({_contract.FullName} deployment{parameters.ToString()})"))
        {
            _output.Line("_deployment = deployment ?? throw new global::System.ArgumentNullException(\"deployment\");");
            foreach (string field in fields)
            {
                _output.Line($"_{field} = {field};");
            }
        }
    }

    private void WriteInvocation(MethodModel method, ToolModel tool)
    {
        const string Parameters = $"({Known.AIFunctionArguments} arguments, {Known.CancellationToken} cancellationToken)";
        const string Describes = $"{Known.ToolFailure}.TryDescribe(exception, cancellationToken, out {Known.ToolFailure}? failure)";
        if (method.Requirements.Length > 0)
        {
            // The method that creates the tool has the requirement's attributes. The override can't have them, because the overridden
            // method doesn't.
            foreach (string id in new[] { "IL2026", "IL3002", "IL3050" })
            {
                _output.Line($"[global::System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(\"\", \"{id}\")]");
            }
        }

        using (_output.Open($"protected override async global::System.Threading.Tasks.ValueTask<object?> InvokeCoreAsync{Parameters}"))
        {
            using (_output.Open("try"))
            {
                WriteArguments(method, tool);
                WriteCall(method, tool);
            }

            using (_output.Open($"catch (global::System.Exception exception) when ({Describes})"))
            {
                _output.Line($"return new {Known.ErrorContent}(failure.Message) {{ ErrorCode = failure.Code, Details = failure.Advice }};");
            }
        }
    }

    private void WriteArguments(MethodModel method, ToolModel tool)
    {
        StringBuilder inputs = new();
        foreach (ParameterModel parameter in method.Parameters)
        {
            if (parameter.Role == ParameterRole.Input)
            {
                inputs.Append(", ").Append(Literals.Text(parameter.JsonName));
            }
        }

        _output.Line($"{Known.ToolArguments} given = new {Known.ToolArguments}(arguments{inputs.ToString()});");
        for (int i = 0; i < method.Parameters.Length; i++)
        {
            ParameterModel parameter = method.Parameters[i];
            if (parameter.Role != ParameterRole.Input)
            {
                continue;
            }

            string reader = OutputEmitter.ReaderOf(tool.Parameters[i].Reader, _contract, _names);
            string absent = tool.Parameters[i].Default;
            string read = absent.Length == 0
                ? $"Required({Literals.Text(parameter.JsonName)}, {reader})"
                : $"Optional({Literals.Text(parameter.JsonName)}, {reader}, {(absent == "null" ? "null!" : absent)})";
            _output.Line($"{parameter.TypeName} {ValueOf(i)} = given.{read};");
        }
    }

    private void WriteCall(MethodModel method, ToolModel tool)
    {
        StringBuilder arguments = new();
        for (int i = 0; i < method.Parameters.Length; i++)
        {
            ParameterModel parameter = method.Parameters[i];
            arguments.Append(i == 0 ? "" : ", ").Append(parameter.Role == ParameterRole.CancellationToken ? "cancellationToken"
                : parameter.Role == ParameterRole.Input ? ValueOf(i)
                : "_" + ValueOf(i));
        }

        string call = $"await (({method.DeclaringInterface})_deployment).{method.Name}({arguments}).ConfigureAwait(false)";
        if (method.Result == ResultKind.None)
        {
            _output.Line(call + ";");
            _output.Line($"return {Known.ToolResult}.Finished();");
            return;
        }

        _output.Line($"var result = {call};");
        string output = method.Result == ResultKind.Run ? $"result{(method.IsEnvelopeNullable ? "!" : "")}.Output" : "result";
        string accepted = method.IsEnvelopeNullable ? "result!" : "result";
        _output.Line(method.Result == ResultKind.AcceptedRun
            ? $"return {Known.ToolResult}.Accepted({accepted}.RequestId, {accepted}.Status);"
            : method.Output == OutputForm.Image ? $"return {Known.ToolResult}.Images({output});"
            : tool.ResultType >= 0
                ? $"return {Known.ToolResult}.Json<{method.OutputTypeName}>("
                    + $"{_names.Deployment}, {output}, {ClientNames.WriteOutput});"
            : $"return {output};");
    }

    /// <summary>Whether the application passes the parameter, and the model doesn't see it.</summary>
    private static bool IsOfApplication(ParameterModel parameter) =>
        parameter.Role is ParameterRole.Metadata or ParameterRole.User or ParameterRole.CallbackUrl;

    private static string ValueOf(int parameter) => "value" + (parameter + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
