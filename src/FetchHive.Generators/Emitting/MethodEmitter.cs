using System.Text;

using FetchHive.Generators.Model;
using FetchHive.Generators.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>Writes one method, which checks its arguments, writes the request's body and sends it.</summary>
internal sealed class MethodEmitter
{
    private readonly SourceWriter _output;
    private readonly ContractModel _contract;
    private readonly ClientNames _names;
    private readonly ValueEmitter _values;

    // Locals of the method that is being written.
    private string _request = "";
    private string _writer = "";

    public MethodEmitter(SourceWriter output, ContractModel contract, ClientNames names)
    {
        _output = output;
        _contract = contract;
        _names = names;
        _values = new ValueEmitter(output, contract, names);
    }

    public void Emit(MethodModel method)
    {
        Identifiers locals = new();
        foreach (ParameterModel parameter in method.Parameters)
        {
            locals.Take(parameter.Name);
        }

        _request = locals.Unique("request");
        _writer = locals.Unique("writer");

        foreach (string requirement in method.Requirements)
        {
            _output.Line(requirement);
        }

        using (_output.Open($"{method.ReturnType} {method.DeclaringInterface}.{method.Name}({ParameterList(method)})"))
        {
            WriteChecks(method);
            _output.Line($"{Known.Request} {_request} = {Known.Request}.Create(this.{_names.Client}, {_names.Deployment});");
            WriteCallbackUrl(method);
            WriteInputs(method);
            new MetadataEmitter(_output, _contract, _names, _values, _request, _writer).Emit(method, locals);
            WriteUser(method);
            WriteReturn(method);
        }
    }

    private static string ParameterList(MethodModel method)
    {
        StringBuilder list = new();
        foreach (ParameterModel parameter in method.Parameters)
        {
            list.Append(list.Length == 0 ? "" : ", ").Append(parameter.TypeName).Append(' ').Append(parameter.Name);
        }

        return list.ToString();
    }

    /// <summary>Invalid arguments are refused before anything is rented or written.</summary>
    private void WriteChecks(MethodModel method)
    {
        foreach (ParameterModel parameter in method.Parameters)
        {
            if (parameter.Role is not (ParameterRole.Input or ParameterRole.Metadata) || parameter.IsNullable)
            {
                continue;
            }

            InputType type = _contract.InputTypes[parameter.Type];
            if (type is { Kind: InputKind.Collection, Form: CollectionForm.MayBeUnset })
            {
                _output.Line($"{Known.Request}.ThrowIfDefault({parameter.Name}, {Literals.Text(parameter.ClrName)});");
            }
            else if (parameter.CanBeNull && (parameter.Role == ParameterRole.Input || MetadataEmitter.IsGroup(type)))
            {
                _output.Line($"{Known.Request}.ThrowIfNull({parameter.Name}, {Literals.Text(parameter.ClrName)});");
            }
        }
    }

    private void WriteCallbackUrl(MethodModel method)
    {
        foreach (ParameterModel parameter in method.Parameters)
        {
            if (parameter.Role == ParameterRole.CallbackUrl)
            {
                string setter = parameter.TypeName is "string" or "string?" ? "SetCallbackUrlText" : "SetCallbackUrl";
                _output.Line($"{_request}.{setter}({parameter.Name}, {Literals.Text(parameter.ClrName)});");
            }
        }
    }

    private void WriteInputs(MethodModel method)
    {
        bool usesWriter = Has(method, ParameterRole.Input) || Has(method, ParameterRole.Metadata);
        _output.Line(usesWriter
            ? $"{Known.RequestWriter} {_writer} = {_request}.BeginInputs();"
            : $"{_request}.BeginInputs();");

        foreach (ParameterModel parameter in method.Parameters)
        {
            if (parameter.Role != ParameterRole.Input)
            {
                continue;
            }

            string name = _names.PlaceOf(parameter.JsonName);
            if (!parameter.IsNullable)
            {
                _values.WriteNonNullable(_writer, parameter.Type, name, parameter.Name, parameter.AsText);
                continue;
            }

            // A null input isn't sent.
            (string isPresent, string value) = _values.Present(parameter);
            using (_output.Open($"if ({isPresent})"))
            {
                _values.WriteNonNullable(_writer, parameter.Type, name, value, parameter.AsText);
            }
        }
    }

    private void WriteUser(MethodModel method)
    {
        foreach (ParameterModel parameter in method.Parameters)
        {
            if (parameter.Role == ParameterRole.User)
            {
                _output.Line($"{_request}.SetUser({parameter.Name});");
            }
        }
    }

    private void WriteReturn(MethodModel method)
    {
        string token = Known.CancellationToken + ".None";
        foreach (ParameterModel parameter in method.Parameters)
        {
            if (parameter.Role == ParameterRole.CancellationToken)
            {
                token = parameter.Name;
            }
        }

        string call = method.Result switch
        {
            ResultKind.None => $"{_request}.SendAsync({token})",
            ResultKind.Run => $"{_request}.SendForRunAsync({OutputEmitter.ReaderOf(method, _contract, _names)}, {token})",
            ResultKind.AcceptedRun => $"{_request}.SendForAcceptedRunAsync({method.CallbackContract}, {token})",
            _ => $"{_request}.SendForOutputAsync({OutputEmitter.ReaderOf(method, _contract, _names)}, {token})",
        };

        if (method.IsEnvelopeNullable)
        {
            call += "!";
        }

        _output.Line(method.IsValueTask ? $"return new {method.ReturnType}({call});" : $"return {call};");
    }

    private static bool Has(MethodModel method, ParameterRole role)
    {
        foreach (ParameterModel parameter in method.Parameters)
        {
            if (parameter.Role == role)
            {
                return true;
            }
        }

        return false;
    }
}
