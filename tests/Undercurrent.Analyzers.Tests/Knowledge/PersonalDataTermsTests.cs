using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Tests.Knowledge;

public sealed class PersonalDataTermsTests
{
    [Theory]
    [InlineData("CustomerEmail", "email")]
    [InlineData("_customerEMails", "email")]
    [InlineData("emailaddress", "email")]
    [InlineData("e_mail", "email")]
    [InlineData("PhoneNumber", "phone")]
    [InlineData("SSNs", "national-id")]
    [InlineData("dateofbirth", "date-of-birth")]
    [InlineData("DOB", "date-of-birth")]
    [InlineData("ClientIPAddress", "online-id")]
    [InlineData("iban", "bank-account")]
    [InlineData("ShippingStreet", "postal-address")]
    [InlineData("last_name", "last-name")]
    public void Finds_whole_words(string identifier, string kind) => Assert.Equal(kind, PersonalDataTerms.Known.FindIn(identifier)?.Kind);

    [Theory]
    [InlineData("sessionName")]
    [InlineData("className")]
    [InlineData("Emailed")]
    [InlineData("EmailTemplate")]
    [InlineData("EmailSender")]
    [InlineData("emailsSent")]
    [InlineData("EmailConfirmed")]
    [InlineData("PhoneModel")]
    [InlineData("IpRange")]
    [InlineData("FileName")]
    [InlineData("HostName")]
    [InlineData("MaskedEmail")]
    [InlineData("EmailHash")]
    [InlineData("customerId")]
    [InlineData("panel")]
    [InlineData("storage")]
    [InlineData("AvatarColor")]
    public void Finds_nothing_in_innocent_names(string identifier) => Assert.Null(PersonalDataTerms.Known.FindIn(identifier));

    [Theory]
    [InlineData("Name", "Customer", "Medium")]
    [InlineData("Address", "Customer", "Medium")]
    [InlineData("Address", "Depot", "Low")]
    [InlineData("Email", "Customer", "High")]
    [InlineData("Email", "Invoice", "Medium")]
    [InlineData("Address", "CustomerSettings", "Low")]
    public void Is_surer_in_the_type_of_a_person(string identifier, string container, string level) =>
        Assert.Equal(level, PersonalDataTerms.Known.Find(identifier, container)?.Level.ToString());

    [Theory]
    [InlineData("Name", "Product")]
    [InlineData("FullName", "FileInfo")]
    [InlineData("FullName", "OsVersion")]
    [InlineData("Email", "EncryptedCustomer")]
    [InlineData("Username", "BrokerSettings")]
    [InlineData("Age", "CacheEntry")]
    [InlineData("Email", "CompanyInformation")]
    [InlineData("Email", "ManageNavPages")]
    [InlineData("SourceEmail", "SendGridConfiguration")]
    [InlineData("Email", "Vendor")]
    [InlineData("Telephone", "Hospital")]
    [InlineData("Phone", "WarehouseVm")]
    [InlineData("AddressLine1", "WarehouseVm")]
    [InlineData("BillingAddressLine1", "OrganizationCreateRequestModel")]
    [InlineData("FullName", "ThemeManifest")]
    [InlineData("FullName", "StatsCounter")]
    [InlineData("Nickname", "PushDevice")]
    [InlineData("TaxId", "OrganizationWarnings")]
    [InlineData("Gender", "PersonDefinition")]
    [InlineData("YearOfBirth", "PersonDefinition")]
    [InlineData("LocationPostalCode", "MemberMeeting")]
    [InlineData("StreetAddress", "AddressClaimConstants")]
    [InlineData("BloodType", "BloodUnit")]
    [InlineData("Name", "Tenant")]
    [InlineData("UserName", "KafkaClient")]
    [InlineData("UserName", "KafkaUser")]
    public void Is_silent_in_the_type_of_a_thing(string identifier, string container) => Assert.Null(PersonalDataTerms.Known.Find(identifier, container));

    [Theory]
    [InlineData("Email", "BuyerInformation")]
    [InlineData("Email", "CompanyContact")]
    [InlineData("Email", "VendorContact")]
    [InlineData("Telephone", "HospitalPatient")]
    [InlineData("Email", "ManageAccountPage")]
    [InlineData("Phone", "WarehouseEmployee")]
    [InlineData("AddressLine1", "OrderAddress")]
    [InlineData("BillingAddressLine1", "CheckoutModel")]
    [InlineData("FullName", "RegisterModel")]
    [InlineData("Nickname", "PushRecipient")]
    [InlineData("TaxId", "TaxInformation")]
    [InlineData("Gender", "PersonRow")]
    [InlineData("YearOfBirth", "Person")]
    [InlineData("PostalCode", "Member")]
    [InlineData("StreetAddress", "OpenIdProfile")]
    [InlineData("BloodType", "Donor")]
    [InlineData("BloodType", "MedicalRecord")]
    [InlineData("Name", "ApplicationUser")]
    [InlineData("UserName", "ServerMember")]
    public void Still_speaks_beside_the_type_of_a_thing(string identifier, string container) =>
        Assert.NotNull(PersonalDataTerms.Known.Find(identifier, container));

    [Theory]
    [InlineData("ReplyToEmail", "FromEmail")]
    [InlineData("EmailTotpAction", "EmailTotp")]
    [InlineData("confirmEmailCallback", "confirmEmail")]
    [InlineData("userCollectionName", "userFullName")]
    [InlineData("userLanguageName", "userName")]
    [InlineData("providerDisplayName", "personDisplayName")]
    [InlineData("domainOrIP", "callerIP")]
    [InlineData("LocalIpAddress", "RemoteIpAddress")]
    [InlineData("PrescriptionId", "Prescription")]
    [InlineData("symptomId", "symptoms")]
    [InlineData("DiseaseId", "DiseaseName")]
    [InlineData("botUsername", "buyerUsername")]
    public void Tells_a_thing_from_the_person_beside_it(string thing, string person)
    {
        Assert.Null(PersonalDataTerms.Known.FindIn(thing));
        Assert.NotNull(PersonalDataTerms.Known.FindIn(person));
    }
}
