using FetchHive.Generators.Model;

namespace FetchHive.Generators.Emitting;

/// <summary>
/// Finds the types that need a helper method. The contract's other types, scalars and metadata dictionaries, are written inline.
/// </summary>
internal sealed class UsedInputTypes
{
    private readonly ContractModel _contract;
    private readonly bool[] _visited;
    private readonly bool[] _used;

    private UsedInputTypes(ContractModel contract)
    {
        _contract = contract;
        _visited = new bool[contract.InputTypes.Length];
        _used = new bool[contract.InputTypes.Length];
    }

    public static bool[] Of(ContractModel contract)
    {
        UsedInputTypes types = new(contract);
        foreach (MethodModel method in contract.Methods)
        {
            foreach (ParameterModel parameter in method.Parameters)
            {
                if (parameter.Role == ParameterRole.Input)
                {
                    types.Visit(parameter.Type);
                }
                else if (parameter.Role == ParameterRole.Metadata)
                {
                    types.VisitMetadata(parameter.Type);
                }
            }

            types.Visit(method.Tool?.ResultType ?? -1);
        }

        return types._used;
    }

    private void VisitMetadata(int type)
    {
        InputType model = _contract.InputTypes[type];
        switch (model.Kind)
        {
            case InputKind.Dictionary:
                Visit(model.Element);
                break;
            case InputKind.Collection:
                // A sequence of key/value pairs.
                Visit(_contract.InputTypes[model.Element].Properties[1].Type);
                break;
            default:
                Visit(type);
                break;
        }
    }

    private void Visit(int type)
    {
        if (type < 0 || _visited[type])
        {
            return;
        }

        InputType model = _contract.InputTypes[type];
        _visited[type] = true;
        _used[type] = model.Kind is not (InputKind.Scalar or InputKind.Nullable);
        Visit(model.Element);
        Visit(model.Key);
        foreach (InputProperty property in model.Properties)
        {
            Visit(property.Type);
        }
    }
}
