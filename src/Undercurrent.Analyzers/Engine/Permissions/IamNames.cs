namespace Undercurrent.Analyzers.Engine.Permissions;

/// <summary>What the names in a policy of AWS reach: actions, resources and the policies AWS itself keeps.</summary>
internal static class IamNames
{
    private const string Kept = ":iam::aws:policy/";

    /// <summary>Services whose actions know no resources, so that all of them is what a program asks for.</summary>
    private static readonly HashSet<string> WithoutResources = new(StringComparer.OrdinalIgnoreCase)
    {
        "xray", "ssmmessages", "ec2messages", "sts", "pricing", "ce", "textract", "polly", "translate", "comprehend", "rekognition", "synthetics", "tag", "health", "cur", "budgets",
    };

    /// <summary>Actions that accept no resource but all of them, each by how it begins; and a function's own log, which AWS itself gives so.</summary>
    private static readonly string[] OnlyAnyResource =
    [
        "cloudwatch:PutMetricData", "cloudwatch:GetMetric", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:AssignPrivateIp", "ec2:UnassignPrivateIp",
        "ecr:GetAuthorizationToken", "s3:ListAllMyBuckets", "s3:GetAccountPublicAccessBlock", "secretsmanager:GetRandomPassword", "cloudformation:ValidateTemplate",
        "ec2:Get", "athena:GetCatalogs", "ecs:RegisterTaskDefinition", "ecs:DeregisterTaskDefinition", "ses:GetSend", "lambda:GetAccountSettings", "kms:GenerateRandom",
        "kms:CreateKey", "iam:GetAccount", "organizations:List", "organizations:Describe", "redshift-data:GetStatementResult", "redshift-data:CancelStatement", "bedrock:List",
        "mobiletargeting:PhoneNumberValidate", "route53:GetChange", "logs:StopQuery", "logs:GetQueryResults", "logs:TestMetricFilter", "glue:GetClassifier", "glue:GetSecurityConfiguration",
        "logs:CreateLog", "logs:PutLogEvents",
    ];

    /// <summary>Whether an action is every action, of a service or of all.</summary>
    public static bool IsEveryAction(string action) =>
        action is "*" or "*:*" || (action.EndsWith(":*", StringComparison.Ordinal) && IsService(action, action.Length - 2) && !WithoutResources.Contains(action.Substring(0, action.Length - 2)));

    /// <summary>Whether a resource is every resource, of a service or of all. All of the logs is what a function's own log is given as.</summary>
    public static bool IsEveryResource(string resource)
    {
        if (resource == "*")
            return true;

        if (!resource.StartsWith("arn:", StringComparison.Ordinal) || !resource.EndsWith(":*", StringComparison.Ordinal))
            return false;

        var parts = resource.Split(':');
        return parts.Length == 6 && parts[2] is not ("logs" or "xray");
    }

    /// <summary>Whether an action can be allowed on all resources only: it lists or describes them, or has none.</summary>
    public static bool AcceptsOnlyAnyResource(string action)
    {
        var colon = action.IndexOf(':');
        if (colon < 0)
            return false;

        return WithoutResources.Contains(action.Substring(0, colon))
            || string.Compare(action, colon + 1, "Describe", 0, 8, StringComparison.OrdinalIgnoreCase) == 0
            || (string.Compare(action, colon + 1, "List", 0, 4, StringComparison.OrdinalIgnoreCase) == 0 && !action.StartsWith("s3:ListBucket", StringComparison.OrdinalIgnoreCase))
            || Array.Exists(OnlyAnyResource, begins => action.StartsWith(begins, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a policy that AWS keeps allows everything, or everything of a service.</summary>
    public static bool IsAdministrators(string policy)
    {
        var name = policy.Substring(policy.LastIndexOf('/') + 1);
        return name is "AdministratorAccess" or "PowerUserAccess" or "SystemAdministrator" or "DatabaseAdministrator" or "NetworkAdministrator"
            || (name.EndsWith("FullAccess", StringComparison.Ordinal) && name.Length > 10 && name.IndexOf("XRay", StringComparison.OrdinalIgnoreCase) < 0);
    }

    /// <summary>The name of such a policy in its address, or null.</summary>
    public static string? AdministratorsIn(string address) =>
        address.Length < 200 && address.IndexOf(Kept, StringComparison.Ordinal) is > 0 and var at && IsAdministrators(address) ? address.Substring(at + Kept.Length) : null;

    private static bool IsService(string action, int end)
    {
        for (var at = 0; at < end; at++)
        {
            if (!char.IsLetterOrDigit(action[at]) && action[at] != '-')
                return false;
        }

        return end > 0;
    }
}
